package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;

/** An answer to reset (ISO/IEC 7816-3, 8.2). */
public final class Atr {
    private static final int MORE_INTERFACE_BYTES = 0x80;

    private final byte[] bytes;

    /** From the bytes of the reader. */
    public Atr(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The historical bytes; as many as there are where the answer is cut off. */
    byte[] historical() {
        if (bytes.length < 2) {
            return new byte[0];
        }
        var at = 2;
        var announced = bytes[1] & 0xF0;
        while (announced != 0) {
            var last = at + Integer.bitCount(announced) - 1;
            var more = (announced & MORE_INTERFACE_BYTES) != 0 && last < bytes.length;
            announced = more ? bytes[last] & 0xF0 : 0;
            at = last + 1;
        }
        var start = Math.min(at, bytes.length);
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + (bytes[1] & 0xF)));
    }
}
