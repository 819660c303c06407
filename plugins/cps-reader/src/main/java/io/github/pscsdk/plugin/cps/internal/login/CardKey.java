package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.plugin.cps.internal.card.SerialNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A card's name for hosts that keep something under it: always the same for a card, and no way back to the serial number, which is short
 * enough to be guessed through by a plain digest; hence a slow one.
 */
final class CardKey {
    private static final byte[] SALT = "psc-sdk cps card key 1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 50_000;
    private static final int BITS = 128;

    private CardKey() {}

    static String of(SerialNumber serial) {
        try {
            var spec = new PBEKeySpec(serial.digits().toCharArray(), SALT, ROUNDS, BITS);
            var digest = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
            return HexFormat.of().formatHex(digest.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2 with HMAC-SHA-256", e);
        }
    }
}
