package io.github.pscsdk.plugin.cps.internal.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A card's EF.SN.ICC: twenty decimal places, the first ten ANS's. Never printed: it follows a person about. */
public record SerialNumber(String digits) {
    /** The file that every card of the family shows without its code. */
    static final String FILE = CpsApplication.MASTER_FILE + "d003";

    static final int FILE_SIZE = 12;

    private static final String ISSUER = "8025000001";
    private static final String HEAD = "5a0a";

    private static final byte[] SALT = "psc-sdk cps card key 1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 50_000;
    private static final int BITS = 128;

    /** The number in that file; empty where the file is not one of a CPS. */
    static Optional<SerialNumber> in(byte[] file) {
        var hex = HexFormat.of().formatHex(file);
        var isCps = file.length == FILE_SIZE && hex.startsWith(HEAD + ISSUER);
        return isCps ? Optional.of(new SerialNumber(hex.substring(HEAD.length()))) : Optional.empty();
    }

    /** The card's key for hosts, always the same; by a slow digest, since a serial number can be guessed. */
    public String hostKey() {
        try {
            var spec = new PBEKeySpec(digits.toCharArray(), SALT, ROUNDS, BITS);
            var digest = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
            return HexFormat.of().formatHex(digest.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2 with HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SerialNumber[…]";
    }
}
