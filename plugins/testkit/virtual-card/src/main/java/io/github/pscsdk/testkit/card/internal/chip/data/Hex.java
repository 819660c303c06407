package io.github.pscsdk.testkit.card.internal.chip.data;

import java.util.HexFormat;

/** Converts bytes and hexadecimal text: upper case, with or without spaces. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

    private Hex() {}

    /** The bytes of a text; white space is ignored. */
    public static byte[] bytes(String digits) {
        return FORMAT.parseHex(digits.replaceAll("\\s", ""));
    }

    /** The digits of some bytes. */
    public static String text(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }
}
