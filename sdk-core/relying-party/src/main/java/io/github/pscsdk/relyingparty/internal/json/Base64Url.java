package io.github.pscsdk.relyingparty.internal.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads base64url without padding (RFC 7515, section 2), in its one spelling: nobody can write a signed token in
 * another way.
 */
public final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    static byte[] decode(byte[] text) {
        return decode(text, 0, text.length);
    }

    /** @throws IllegalArgumentException if it is another spelling, or none */
    public static byte[] decode(byte[] text, int from, int to) {
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
}
