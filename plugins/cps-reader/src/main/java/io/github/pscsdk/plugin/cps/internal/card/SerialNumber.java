package io.github.pscsdk.plugin.cps.internal.card;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells one card from all others, from EF.SN.ICC: twenty decimal places, of which the first ten are the issuer, ANS. Follows a
 * person about, so it never prints itself.
 *
 * @param digits the issuer, the card's number, a key and a filler
 */
public record SerialNumber(String digits) {
    /** The file that every card of the family shows without its code. */
    static final CardPath FILE = CardPath.of("D003");

    static final int FILE_SIZE = 12;

    private static final String ISSUER = "8025000001";
    private static final String HEAD = "5a0a";

    /** The number in that file; empty where the file is not one of a CPS. */
    static Optional<SerialNumber> in(byte[] file) {
        var hex = HexFormat.of().formatHex(file);
        var isCps = file.length == FILE_SIZE && hex.startsWith(HEAD + ISSUER);
        return isCps ? Optional.of(new SerialNumber(hex.substring(HEAD.length()))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SerialNumber[…]";
    }
}
