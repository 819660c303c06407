package io.github.pscsdk.testkit.card.internal.chip;

import java.util.HexFormat;

/** Bytes and hexadecimal text in upper case. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

    private Hex() {}

    static byte[] bytes(String digits) {
        return FORMAT.parseHex(digits);
    }

    static String text(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }
}
