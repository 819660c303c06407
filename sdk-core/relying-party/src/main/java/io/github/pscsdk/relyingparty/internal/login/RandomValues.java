package io.github.pscsdk.relyingparty.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets from a secure random source, and the PKCE challenge (RFC 7636) of one. */
final class RandomValues {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ATTEMPT_BYTES = 6;

    private RandomValues() {}

    /** 256 bits, base64url; long enough for a verifier of RFC 7636, section 4.1. */
    static String secret() {
        return draw(SECRET_BYTES);
    }

    /** A name for one login in the log: neither a secret nor its id. */
    static String attempt() {
        return draw(ATTEMPT_BYTES);
    }

    /** {@code S256}: RFC 7636, section 4.2. */
    static String challenge(String verifier) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String draw(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
