package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.net.URI;
import java.util.Optional;

/**
 * The form as a client of Pro Santé Connect, as declared to ANS: with it, professionals log in on the form's own pages.
 *
 * @param client with the client, and whom to trust; its addresses are set here
 * @param site how browsers reach the form; empty where that is known once it is started
 */
public record PscRegistration(RelyingPartyBuilder client, Optional<PublicBaseUri> site) {
    private static final String CALLBACK = "/callback";
    private static final String SIGNED_OUT = "/signed-out";

    /**
     * A registration.
     *
     * @param publicBaseUri how browsers reach the form, such as {@code https://form.example}: scheme and host, without
     *     a path. With https, cookies are {@code Secure}
     * @throws IllegalArgumentException if the base URI has more than that
     */
    public static PscRegistration of(RelyingPartyBuilder client, URI publicBaseUri) {
        client.redirectUri(callbackUri(publicBaseUri)).postLogoutRedirectUri(signedOutUri(publicBaseUri));
        return new PscRegistration(client, Optional.of(new PublicBaseUri(publicBaseUri)));
    }

    /** A registration of a form that browsers reach where it listens: for one's own machine. */
    public static PscRegistration of(RelyingPartyBuilder client) {
        return new PscRegistration(client, Optional.empty());
    }

    static PscRegistration read(SettingsReader reader) {
        var client = reader.relyingParty("psc.", CALLBACK, SIGNED_OUT);
        return new PscRegistration(client, reader.publicBaseUri("psc.publicBaseUri"));
    }

    /** This registration, at the address where the form listens unless another one was given. */
    PscRegistration at(URI address) {
        return site.isPresent() ? this : of(client, address);
    }

    URI publicBaseUri() {
        return site.orElseThrow().value();
    }

    /** Where logins come back to, at a form with that base URI: to be declared to ANS. */
    public static URI callbackUri(URI publicBaseUri) {
        return new PublicBaseUri(publicBaseUri).at(CALLBACK);
    }

    /** Where logouts come back to, at a form with that base URI: to be declared to ANS. */
    public static URI signedOutUri(URI publicBaseUri) {
        return new PublicBaseUri(publicBaseUri).at(SIGNED_OUT);
    }

    /**
     * Where a form with that base URI takes reports of logouts (OpenID Connect Back-Channel Logout 1.0). How it is
     * declared to ANS is not known; without it, sessions end here by their own limits.
     */
    public static URI backchannelLogoutUri(URI publicBaseUri) {
        return new PublicBaseUri(publicBaseUri).at(WebPages.LOGOUT_REPORTS);
    }
}
