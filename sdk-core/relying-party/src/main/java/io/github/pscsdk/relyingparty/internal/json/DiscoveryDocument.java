package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.net.URI;

/**
 * The members of PSC's metadata that we use: OpenID Connect Discovery 1.0, section 3. Any may be null. The rest is
 * Keycloak's general ability.
 *
 * @param namesIssuer whether the browser comes back with {@code iss}: RFC 9207, section 3
 */
public record DiscoveryDocument(
        @JsonProperty("issuer") String issuer,
        @JsonProperty("authorization_endpoint") URI authorization,
        @JsonProperty("token_endpoint") URI token,
        @JsonProperty("userinfo_endpoint") URI userInfo,
        @JsonProperty("jwks_uri") URI keys,
        @JsonProperty("end_session_endpoint") URI endSession,

        @JsonProperty("backchannel_authentication_endpoint") URI backchannel,

        @JsonProperty("authorization_response_iss_parameter_supported")
        Boolean namesIssuer,

        @JsonProperty("mtls_endpoint_aliases") Aliases aliases) {
    /** The same endpoints for clients that show a certificate: RFC 8705, section 5. Any may be null. */
    public record Aliases(
            @JsonProperty("token_endpoint") URI token,
            @JsonProperty("userinfo_endpoint") URI userInfo,
            @JsonProperty("end_session_endpoint") URI endSession,

            @JsonProperty("backchannel_authentication_endpoint")
            URI backchannel) {}

    public static DiscoveryDocument read(byte[] json) throws UnreadableJsonException {
        return RelyingPartyJson.read(RelyingPartyJson.TOLERANT, json, DiscoveryDocument.class);
    }
}
