package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signed token in compact form (RFC 7515, section 7.1), taken apart; its header alone was read.
 *
 * @param text of the whole token
 * @param signedLength how much of the text is signed
 */
public record CompactToken(Header header, byte[] text, int signedLength, byte[] payload, byte[] signature) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /**
     * The header of a signed token: RFC 7515, section 4.1.
     *
     * @param type in lower case (section 4.1.9)
     * @param asksForMore whether there is a {@code crit}, a {@code b64} (RFC 7797) or a {@code zip} (RFC 7516)
     */
    public record Header(
            Optional<String> algorithm, Optional<String> keyId, Optional<String> type, boolean asksForMore) {
        public static Header read(String encoded) throws UnreadableJsonException {
            try {
                var json = encoded.getBytes(StandardCharsets.US_ASCII);
                var members = RelyingPartyJson.readObject(decode(json, 0, json.length), Header.class);
                return new Header(
                        // As good as none, which is refused as another algorithm is.
                        members.path("alg").isNull() ? Optional.empty() : text(members, "alg"),
                        text(members, "kid"),
                        text(members, "typ").map(type -> type.toLowerCase(Locale.ROOT)),
                        Stream.of("crit", "b64", "zip").anyMatch(members::has));
            } catch (IllegalArgumentException e) {
                throw new UnreadableJsonException(Header.class, e);
            }
        }

        /** A member that is there is a text: {@code null} is none. */
        private static Optional<String> text(ObjectNode members, String name) {
            if (members.has(name) && !members.path(name).isTextual()) {
                throw new IllegalArgumentException("no text");
            }
            return Optional.ofNullable(members.path(name).textValue());
        }
    }

    /** Reads the encoded header, with which a token begins. */
    @FunctionalInterface
    public interface HeaderReader {
        Header read(String compact, int length) throws UnreadableJsonException;
    }

    /** Takes a token apart; empty where it is not of three parts. */
    public static Optional<CompactToken> read(String compact, HeaderReader headers) throws UnreadableJsonException {
        var first = compact.indexOf('.');
        var second = compact.indexOf('.', first + 1);
        // Without a first dot there is no second one.
        if (second == -1 || compact.indexOf('.', second + 1) != -1) {
            return Optional.empty();
        }
        var text = compact.getBytes(StandardCharsets.US_ASCII);
        try {
            return Optional.of(new CompactToken(
                    headers.read(compact, first),
                    text,
                    second,
                    decode(text, first + 1, second),
                    decode(text, second + 1, text.length)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableJsonException(CompactToken.class, e);
        }
    }

    /**
     * Reads base64url without padding (RFC 7515, section 2), in its one spelling: nobody can write a signed token in
     * another way.
     *
     * @throws IllegalArgumentException if it is another spelling, or none
     */
    static byte[] decode(byte[] text, int from, int to) {
        var last = to > from ? ALPHABET.indexOf(text[to - 1]) : 0;
        // Of the last letter so many bits belong to no byte.
        var unused = switch ((to - from) % 4) {
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        if (last == -1 || (last & unused) != 0) {
            throw new IllegalArgumentException("padded, or not in its one spelling");
        }
        var bytes = Base64.getUrlDecoder().decode(ByteBuffer.wrap(text, from, to - from));
        // Without padding the array is as long as its content.
        return bytes.limit() == bytes.array().length ? bytes.array() : Arrays.copyOf(bytes.array(), bytes.limit());
    }

    @Override
    public String toString() {
        return "CompactToken[]";
    }
}
