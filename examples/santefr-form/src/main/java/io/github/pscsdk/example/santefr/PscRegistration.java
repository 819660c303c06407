package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.santefr.web.WebPages;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * The form as a client of Pro Santé Connect, as declared to ANS: with it, professionals log in on the form's own pages.
 * Immutable; grows by with-methods; prints no secret.
 */
public final class PscRegistration {
    private static final String CALLBACK = "/callback";
    private static final String SIGNED_OUT = "/signed-out";

    private final PscEnvironment environment;
    private final String clientId;
    private final ClientAuthentication authentication;
    private final URI publicBaseUri;
    private final Optional<KeyStore> trustedCertificates;

    private PscRegistration(
            PscEnvironment environment,
            String clientId,
            ClientAuthentication authentication,
            URI publicBaseUri,
            Optional<KeyStore> trustedCertificates) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.clientId = Objects.requireNonNull(clientId, "clientId");
        this.authentication = Objects.requireNonNull(authentication, "authentication");
        this.publicBaseUri = base(publicBaseUri);
        this.trustedCertificates = trustedCertificates;
    }

    /**
     * A registration.
     *
     * @param environment the Pro Santé Connect to talk to
     * @param clientId as ANS gave it
     * @param authentication how the form proves that it is this client
     * @param publicBaseUri how browsers reach the form, such as {@code https://form.example}: scheme and host, without a
     *     path. With https, cookies are {@code Secure}
     * @throws IllegalArgumentException if the base URI has more than that
     */
    public static PscRegistration of(
            PscEnvironment environment, String clientId, ClientAuthentication authentication, URI publicBaseUri) {
        return new PscRegistration(environment, clientId, authentication, publicBaseUri, Optional.empty());
    }

    /** Trusts these certification authorities, instead of those of the Java platform. */
    public PscRegistration withTrustedCertificates(KeyStore authorities) {
        return new PscRegistration(environment, clientId, authentication, publicBaseUri, Optional.of(authorities));
    }

    /** Where logins come back to, at a form with that base URI: to be declared to ANS. */
    public static URI callbackUri(URI publicBaseUri) {
        return URI.create(base(publicBaseUri) + CALLBACK);
    }

    /** Where logouts come back to, at a form with that base URI: to be declared to ANS. */
    public static URI signedOutUri(URI publicBaseUri) {
        return URI.create(base(publicBaseUri) + SIGNED_OUT);
    }

    /**
     * Where a form with that base URI takes reports of logouts (OpenID Connect Back-Channel Logout 1.0). How it is declared to
     * ANS is not known; without it, sessions end here by their own limits.
     */
    public static URI backchannelLogoutUri(URI publicBaseUri) {
        return URI.create(base(publicBaseUri) + WebPages.LOGOUT_REPORTS);
    }

    URI publicBaseUri() {
        return publicBaseUri;
    }

    RelyingParty relyingParty(Clock clock) {
        var builder = RelyingParty.builder(environment)
                .client(clientId, authentication)
                .redirectUri(callbackUri(publicBaseUri))
                .postLogoutRedirectUri(signedOutUri(publicBaseUri))
                .clock(clock);
        trustedCertificates.ifPresent(builder::trustedCertificates);
        return builder.build();
    }

    private static URI base(URI uri) {
        // A path would need cookies of that path, which the prefix __Host- rules out.
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the public base URI is a scheme and a host");
        }
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException("the public base URI has no path");
        }
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** The client and the environment. */
    @Override
    public String toString() {
        return "PscRegistration[" + clientId + ", " + environment + "]";
    }
}
