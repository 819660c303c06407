package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

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
    private static final String END_SESSION = "end_session_endpoint";

    /**
     * Reads a discovery document.
     *
     * @param certificate whether the client shows a certificate, so that RFC 8705's aliases are for it
     * @throws PscException {@code ENVIRONMENT_MISMATCH} if it is not the environment's
     */
    public static ProviderMetadata read(byte[] json, PscEnvironment environment, boolean certificate)
            throws UnreadableJsonException, PscException {
        // OpenID Connect Discovery 1.0, section 3.
        var document = RelyingPartyJson.readObject(json, ProviderMetadata.class);
        var pin = environment.issuer();
        if (!pin.toString().equals(document.path("issuer").textValue())) {
            throw mismatch("issuer");
        }
        var aliased = certificate ? aliased(document) : document;
        return new ProviderMetadata(
                on(environment.authorizationEndpoint(), document, "authorization_endpoint"),
                on(pin, aliased, "token_endpoint"),
                on(pin, aliased, "userinfo_endpoint"),
                on(pin, document, "jwks_uri"),
                optional(pin, aliased, END_SESSION),
                optional(pin, document, END_SESSION),
                optional(pin, aliased, "backchannel_authentication_endpoint"),
                document.path("authorization_response_iss_parameter_supported").asBoolean()
                        && !PscProfile.PERHAPS_WITHOUT_ISSUER.contains(environment.kind()));
    }

    /** With the aliases in place of the plain addresses: RFC 8705, section 5. An alias alone is none. */
    private static JsonNode aliased(ObjectNode document) {
        var aliased = document.deepCopy();
        document.path("mtls_endpoint_aliases").properties().stream()
                .filter(alias ->
                        document.hasNonNull(alias.getKey()) && !alias.getValue().isNull())
                .forEach(alias -> aliased.set(alias.getKey(), alias.getValue()));
        return aliased;
    }

    private static Optional<URI> optional(URI pin, JsonNode document, String member)
            throws UnreadableJsonException, PscException {
        return document.hasNonNull(member) ? Optional.of(on(pin, document, member)) : Optional.empty();
    }

    /** Something that is no text is no address on that host either. */
    private static URI on(URI pin, JsonNode document, String member) throws UnreadableJsonException, PscException {
        try {
            var endpoint = new URI(document.path(member).asText());
            if (!SecureUri.isOn(pin, endpoint)) {
                throw mismatch(member);
            }
            return endpoint;
        } catch (URISyntaxException e) {
            throw new UnreadableJsonException(ProviderMetadata.class, e);
        }
    }

    private static PscException mismatch(String member) {
        return new PscException(
                LoginProblem.ENVIRONMENT_MISMATCH,
                "the discovery document's " + member + " is not of the configured environment");
    }
}
