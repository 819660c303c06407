package io.github.pscsdk.testkit.card.internal.chip;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** BER-TLV objects of commands and answers (ISO 7816-4, section 5.2.2): tags of up to three bytes, lengths of one. */
final class Tlv {
    private Tlv() {}

    /** An object with that tag whose value is the parts, one after the other. */
    static byte[] of(int tag, byte[]... parts) {
        var value = join(parts);
        var out = new ByteArrayOutputStream();
        for (var shift = 16; shift >= 0; shift -= 8) {
            if (shift == 0 || tag >>> shift != 0) {
                out.write(tag >>> shift);
            }
        }
        out.write(value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    static byte[] number(int tag, int... value) {
        var bytes = new byte[value.length];
        for (var i = 0; i < value.length; i++) {
            bytes[i] = (byte) value[i];
        }
        return of(tag, bytes);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The value of the first object with that one-byte tag. */
    static Optional<byte[]> find(byte[] objects, int tag) {
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
