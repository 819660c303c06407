package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A key set as it is published: RFC 7517. Any component may be null. */
public record KeySetDocument(@JsonProperty("keys") List<Key> keys) {
    /** @param modulus of an RSA key: RFC 7518, section 6.3.1.1 */
    public record Key(
            @JsonProperty("kid") String id,
            @JsonProperty("kty") String type,
            @JsonProperty("alg") String algorithm,
            @JsonProperty("use") String use,
            @JsonProperty("n") String modulus) {
        /** The size of an RSA key; empty for another one, or for one that cannot be read. */
        public Optional<Integer> bits() {
            try {
                return Optional.ofNullable(modulus)
                        .map(Base64.getUrlDecoder()::decode)
                        .map(bytes -> new BigInteger(1, bytes).bitLength());
            } catch (IllegalArgumentException e) {
                // Not base64url: no size to speak of, and nothing that could verify a signature.
                return Optional.empty();
            }
        }
    }

    public static List<Key> read(byte[] json) throws UnreadableJsonException {
        var keys = RelyingPartyJson.read(RelyingPartyJson.LENIENT, json, KeySetDocument.class).keys;
        return keys == null ? List.of() : keys.stream().filter(Objects::nonNull).toList();
    }

    /** The entries to be used, each for itself: empty where one is no object. */
    public static List<Optional<Map<String, Object>>> entries(byte[] json) throws UnreadableJsonException {
        var keys = RelyingPartyJson.read(RelyingPartyJson.TOLERANT, json, JsonNode.class)
                .path("keys");
        if (!keys.isArray()) {
            throw new UnreadableJsonException(KeySetDocument.class, new IOException("no list of keys"));
        }
        return StreamSupport.stream(keys.spliterator(), false)
                .map(entry -> Optional.of(entry).filter(JsonNode::isObject).map(KeySetDocument::members))
                .toList();
    }

    private static Map<String, Object> members(JsonNode entry) {
        return RelyingPartyJson.TOLERANT.convertValue(entry, new TypeReference<>() {});
    }
}
