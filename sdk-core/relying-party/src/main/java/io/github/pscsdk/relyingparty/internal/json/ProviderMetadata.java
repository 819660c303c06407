package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of PSC, from its discovery document, which has to be the environment's: the issuer is compared to the
 * letter, the login page is on the wallet's host, the rest on the issuer's, so that no professional, secret or code is
 * sent elsewhere (mix-up: RFC 9700, section 4.4).
 *
 * @param endSession for this server
 * @param endSessionPage for a browser, which has no certificate to show
 * @param namesIssuer whether the browser must come back with {@code iss}: RFC 9207, section 2.4
 */
public record ProviderMetadata(
        URI authorization,
        URI token,
        URI userInfo,
        URI keys,
        Optional<URI> endSession,
        Optional<URI> endSessionPage,
        Optional<URI> backchannel,
        boolean namesIssuer) {
    /** The members that we use: OpenID Connect Discovery 1.0, section 3. */
    private record Document(
            @JsonProperty("issuer") @Nullable String issuer,

            @JsonProperty("authorization_endpoint") @Nullable
            URI authorization,

            @JsonProperty("token_endpoint") @Nullable URI token,
            @JsonProperty("userinfo_endpoint") @Nullable URI userInfo,
            @JsonProperty("jwks_uri") @Nullable URI keys,
            @JsonProperty("end_session_endpoint") @Nullable URI endSession,

            @JsonProperty("backchannel_authentication_endpoint") @Nullable
            URI backchannel,

            @JsonProperty("authorization_response_iss_parameter_supported") @Nullable
            Boolean namesIssuer,

            @JsonProperty("mtls_endpoint_aliases") @Nullable Aliases aliases) {}

    /** The same endpoints for clients that show a certificate: RFC 8705, section 5. */
    private record Aliases(
            @JsonProperty("token_endpoint") @Nullable URI token,
            @JsonProperty("userinfo_endpoint") @Nullable URI userInfo,
            @JsonProperty("end_session_endpoint") @Nullable URI endSession,

            @JsonProperty("backchannel_authentication_endpoint") @Nullable
            URI backchannel) {}

    /**
     * Reads a discovery document.
     *
     * @param certificate whether the client shows a certificate, so that RFC 8705's aliases are for it
     * @throws PscException {@code ENVIRONMENT_MISMATCH} if it is not the environment's
     */
    public static ProviderMetadata read(byte[] json, PscEnvironment environment, boolean certificate)
            throws UnreadableJsonException, PscException {
        var document = RelyingPartyJson.read(RelyingPartyJson.TOLERANT, json, Document.class);
        if (!environment.issuer().toString().equals(document.issuer())) {
            throw mismatch("issuer");
        }
        var pin = environment.issuer();
        var aliases = Optional.ofNullable(document.aliases()).filter(there -> certificate);
        return new ProviderMetadata(
                on(environment.authorizationEndpoint(), document.authorization(), "authorization_endpoint"),
                alias(pin, document.token(), aliases.map(Aliases::token), "token_endpoint"),
                alias(pin, document.userInfo(), aliases.map(Aliases::userInfo), "userinfo_endpoint"),
                on(pin, document.keys(), "jwks_uri"),
                optional(pin, document.endSession(), aliases.map(Aliases::endSession), "end_session_endpoint"),
                optional(pin, document.endSession(), Optional.empty(), "end_session_endpoint"),
                optional(
                        pin,
                        document.backchannel(),
                        aliases.map(Aliases::backchannel),
                        "backchannel_authentication_endpoint"),
                Boolean.TRUE.equals(document.namesIssuer())
                        && !PscProfile.PERHAPS_WITHOUT_ISSUER.contains(environment.kind()));
    }

    /** The alias, or else the plain address; an alias alone is none. */
    private static Optional<URI> optional(URI pin, @Nullable URI plain, Optional<URI> alias, String member)
            throws PscException {
        return plain == null ? Optional.empty() : Optional.of(alias(pin, plain, alias, member));
    }

    /** The alias, or else the plain address. */
    private static URI alias(URI pin, @Nullable URI plain, Optional<URI> alias, String member) throws PscException {
        return on(pin, alias.orElse(plain), member);
    }

    private static URI on(URI pin, @Nullable URI endpoint, String member) throws PscException {
        if (endpoint == null || !SecureUri.isOn(pin, endpoint)) {
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
