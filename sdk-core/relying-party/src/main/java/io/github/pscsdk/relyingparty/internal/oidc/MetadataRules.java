package io.github.pscsdk.relyingparty.internal.oidc;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.http.SecureUri;
import io.github.pscsdk.relyingparty.internal.json.DiscoveryDocument;
import io.github.pscsdk.relyingparty.internal.json.DiscoveryDocument.Aliases;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a discovery document is the one of the environment. The issuer is compared to the letter; the login page
 * must be on the environment's wallet host and everything else on the issuer's, so that neither a mistake nor an attack
 * sends a professional, a secret or a code elsewhere (mix-up: RFC 9700, section 4.4).
 */
final class MetadataRules {
    private final PscEnvironment environment;
    private final boolean certificate;

    /** @param certificate whether the client shows a certificate, so that RFC 8705's aliases are for it */
    MetadataRules(PscEnvironment environment, boolean certificate) {
        this.environment = environment;
        this.certificate = certificate;
    }

    ProviderMetadata check(DiscoveryDocument document) throws PscException {
        if (!environment.issuer().toString().equals(document.issuer())) {
            throw mismatch("issuer");
        }
        var aliases = Optional.ofNullable(document.aliases()).filter(a -> certificate);
        return new ProviderMetadata(
                on(environment.authorizationEndpoint(), document.authorization(), "authorization_endpoint"),
                pinned(aliases, Aliases::token, document.token(), "token_endpoint"),
                pinned(aliases, Aliases::userInfo, document.userInfo(), "userinfo_endpoint"),
                on(environment.issuer(), document.keys(), "jwks_uri"),
                optional(aliases, Aliases::endSession, document.endSession(), "end_session_endpoint"),
                optional(Optional.empty(), Aliases::endSession, document.endSession(), "end_session_endpoint"),
                optional(aliases, Aliases::backchannel, document.backchannel(), "backchannel_authentication_endpoint"));
    }

    private Optional<URI> optional(Optional<Aliases> aliases, Function<Aliases, URI> alias, URI plain, String member)
            throws PscException {
        return plain == null ? Optional.empty() : Optional.of(pinned(aliases, alias, plain, member));
    }

    private URI pinned(Optional<Aliases> aliases, Function<Aliases, URI> alias, URI plain, String member)
            throws PscException {
        return on(environment.issuer(), aliases.map(alias).orElse(plain), member);
    }

    private static URI on(URI pin, URI endpoint, String member) throws PscException {
        if (endpoint == null || !SecureUri.sameOrigin(pin, endpoint) || endpoint.getRawUserInfo() != null) {
            throw mismatch(member);
        }
        return endpoint;
    }

    private static PscException mismatch(String member) {
        return new PscException(
                LoginProblem.ENVIRONMENT_MISMATCH,
                "the discovery document's " + member + " is not of the configured environment");
    }
}
