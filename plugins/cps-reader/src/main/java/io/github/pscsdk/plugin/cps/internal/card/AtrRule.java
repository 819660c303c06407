package io.github.pscsdk.plugin.cps.internal.card;

import java.util.HexFormat;
import java.util.Locale;

/**
 * One line of a file of cards: a kind, where to look, the bytes to find there and, if not every bit counts, a mask.
 *
 * <pre>CPS3  historical  00 12 25 00 64 80 00 03
 *CPS   atr         3B 00 …   mask FF 00 …</pre>
 *
 * The whole answer to reset must match an {@code atr} line; the historical bytes need only begin like a {@code historical} one.
 */
record AtrRule(CardKind kind, boolean historical, byte[] value, byte[] mask) {
    /** Reads a line. */
    static AtrRule parse(String line) {
        var words = line.strip().split("\\s+", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("a rule has a kind, a place and bytes");
        }
        var halves = words[2].split("mask", 2);
        var value = bytes(halves[0]);
        var mask = halves.length == 2 ? bytes(halves[1]) : bytes("FF".repeat(value.length));
        if (value.length == 0 || mask.length != value.length) {
            throw new IllegalArgumentException("bytes and mask differ in length");
        }
        return new AtrRule(CardKind.valueOf(words[0].toUpperCase(Locale.ROOT)), isHistorical(words[1]), value, mask);
    }

    private static boolean isHistorical(String place) {
        if (!place.equals("historical") && !place.equals("atr")) {
            throw new IllegalArgumentException("a place is atr or historical");
        }
        return place.equals("historical");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    boolean matches(Atr atr) {
        var seen = historical ? atr.historical() : atr.bytes();
        if (historical ? seen.length < value.length : seen.length != value.length) {
            return false;
        }
        for (var i = 0; i < value.length; i++) {
            if ((seen[i] & mask[i]) != (value[i] & mask[i])) {
                return false;
            }
        }
        return true;
    }
}
