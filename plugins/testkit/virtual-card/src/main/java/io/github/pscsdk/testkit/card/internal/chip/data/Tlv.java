package io.github.pscsdk.testkit.card.internal.chip.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** BER-TLV objects of cards (ISO 7816-4, section 5.2.2): tags of up to three bytes, definite lengths of up to two. */
public final class Tlv {
    private Tlv() {}

    /** An object with that tag whose value is the parts, one after the other. */
    public static byte[] of(int tag, byte[]... parts) {
        var value = join(parts);
        var out = new ByteArrayOutputStream();
        for (var shift = 16; shift >= 0; shift -= 8) {
            if (shift == 0 || tag >>> shift != 0) {
                out.write(tag >>> shift);
            }
        }
        if (value.length > 0xFF) {
            out.write(0x82);
            out.write(value.length >>> 8);
        } else if (value.length > 0x7F) {
            out.write(0x81);
        }
        out.write(value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    public static byte[] utf8(int tag, String text) {
        return of(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] number(int tag, int... value) {
        var bytes = new byte[value.length];
        for (var i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return of(tag, bytes);
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The value of the first object with that one-byte tag and a short length, as commands carry them. */
    public static Optional<byte[]> find(byte[] objects, int tag) {
        var at = 0;
        while (at + 2 <= objects.length) {
            var end = at + 2 + (objects[at + 1] & 0xFF);
            if (end > objects.length) {
                return Optional.empty();
            }
            if ((objects[at] & 0xFF) == tag) {
                return Optional.of(Arrays.copyOfRange(objects, at + 2, end));
            }
            at = end;
        }
        return Optional.empty();
    }
}
