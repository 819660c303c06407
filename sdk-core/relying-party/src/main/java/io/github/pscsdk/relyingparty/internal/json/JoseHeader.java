package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a signed token: RFC 7515, section 4.1.
 *
 * @param algorithm may be null
 * @param type in lower case (section 4.1.9)
 * @param asksForMore whether there is a {@code crit}, a {@code b64} (RFC 7797) or a {@code zip} (RFC 7516)
 */
public record JoseHeader(String algorithm, Optional<String> keyId, Optional<String> type, boolean asksForMore) {
    private record Members(
            @JsonProperty("alg") String algorithm,
            @JsonProperty("kid") JsonNode keyId,
            @JsonProperty("typ") JsonNode type,
            @JsonProperty("crit") JsonNode critical,
            @JsonProperty("b64") JsonNode encoded,
            @JsonProperty("zip") JsonNode compressed) {
        private JoseHeader header() {
            // A member that is written as null is a node of its own kind.
            var more = critical != null || encoded != null || compressed != null;
            return new JoseHeader(algorithm, text(keyId), text(type).map(text -> text.toLowerCase(Locale.ROOT)), more);
        }

        /** A member that is there is a text: {@code null} is none. */
        private static Optional<String> text(JsonNode member) {
            if (member != null && !member.isTextual()) {
                throw new IllegalArgumentException("no text");
            }
            return Optional.ofNullable(member).map(JsonNode::textValue);
        }
    }

    public static JoseHeader read(String encoded) throws UnreadableJsonException {
        try {
            return RelyingPartyJson.read(
                            RelyingPartyJson.STRICT,
                            Base64Url.decode(encoded.getBytes(StandardCharsets.US_ASCII)),
                            Members.class)
                    .header();
        } catch (IllegalArgumentException e) {
            throw new UnreadableJsonException(JoseHeader.class, e);
        }
    }
}
