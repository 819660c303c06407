package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

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

        @JsonProperty("backchannel_authentication_endpoint")
        URI backchannel,

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
