package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.relyingparty.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.settings.SettingsReader;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.time.Clock;

/** The form as a client of Pro Santé Connect, as declared to ANS: with it, professionals log in on the form's own pages. */
public final class PscRegistration {
    private static final String CALLBACK = "/callback";
    private static final String SIGNED_OUT = "/signed-out";

    private final PublicBaseUri site;
    private final RelyingPartyBuilder relyingParty;

    private PscRegistration(PublicBaseUri site, RelyingPartyBuilder relyingParty) {
        this.site = site;
        this.relyingParty = relyingParty;
    }

    /**
     * A registration.
     *
     * @param relyingParty with the client, and whom to trust; its addresses are set here
     * @param publicBaseUri how browsers reach the form, such as {@code https://form.example}: scheme and host, without a
     *     path. With https, cookies are {@code Secure}
     * @throws IllegalArgumentException if the base URI has more than that
     */
    public static PscRegistration of(RelyingPartyBuilder relyingParty, URI publicBaseUri) {
        relyingParty.redirectUri(callbackUri(publicBaseUri)).postLogoutRedirectUri(signedOutUri(publicBaseUri));
        return new PscRegistration(new PublicBaseUri(publicBaseUri), relyingParty);
    }

    static PscRegistration read(RelyingPartySettings settings, SettingsReader reader) {
        var relyingParty = reader.relyingParty(settings, CALLBACK, SIGNED_OUT);
        return new PscRegistration(
                reader.publicBaseUri(settings.publicBaseUri()).orElseThrow(), relyingParty);
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
     * Where a form with that base URI takes reports of logouts (OpenID Connect Back-Channel Logout 1.0). How it is declared to
     * ANS is not known; without it, sessions end here by their own limits.
     */
    public static URI backchannelLogoutUri(URI publicBaseUri) {
        return new PublicBaseUri(publicBaseUri).at(WebPages.LOGOUT_REPORTS);
    }

    URI publicBaseUri() {
        return site.value();
    }

    RelyingParty relyingParty(SessionStore sessions, Clock clock, IdentifiersListener identifiers) {
        return relyingParty
                .sessionStore(sessions)
                .clock(clock)
                .identifiersListener(identifiers)
                .build();
    }
}
