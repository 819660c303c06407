package io.github.pscsdk.testkit.card.internal.chip;

import java.util.HexFormat;

/** Bytes as the documents print them: upper case, with or without spaces. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

    private Hex() {}

    /** The bytes that are written there; white space is ignored. */
    public static byte[] bytes(String digits) {
        return FORMAT.parseHex(digits.replaceAll("\\s", ""));
    }

    /** The digits of some bytes. */
    public static String text(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }
}
