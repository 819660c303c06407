package io.github.pscsdk.relyingparty.internal.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody can guess, and digests of values; in base64url. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ATTEMPT_BYTES = 6;

    private Secrets() {}

    /** 256 bits; long enough for a verifier of RFC 7636, section 4.1. */
    public static String draw() {
        return draw(SECRET_BYTES);
    }

    /** A name for one login in the log: neither a secret nor its id. */
    public static String attempt() {
        return draw(ATTEMPT_BYTES);
    }

    private static String draw(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** SHA-256 of a text; of a verifier, the challenge {@code S256} (RFC 7636, section 4.2). */
    public static String digest(String text) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
