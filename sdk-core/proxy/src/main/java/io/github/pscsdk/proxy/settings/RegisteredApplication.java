package io.github.pscsdk.proxy.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An application that may call the proxy, known by the token that the vendor issued to it: the proxy keeps the token's
 * SHA-256 sum, never the token. A token is a random value of at least 128 bits, so a plain sum is enough.
 *
 * @param name whose it is; stands in logs
 * @param sha256 64 hexadecimal digits, the case does not count
 * @param operator whether its owner may read the traces of everybody, which hold identifiers and sessions
 */
public record RegisteredApplication(String name, String sha256, boolean operator) {
    private static final Pattern SUM = Pattern.compile("[0-9a-fA-F]{64}");

    /** Checks the sum's shape. */
    public RegisteredApplication {
        Objects.requireNonNull(name, "name");
        if (!SUM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("an application token is configured as its SHA-256 sum: 64 hex digits");
        }
    }

    /** The sum to configure for a token, for embedders and tests. */
    public static String sha256Of(String token) {
        return HexFormat.of().formatHex(digest(token));
    }

    /** Compares with the SHA-256 sum of a presented token, in constant time. */
    public boolean isSumOf(byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
    }

    /** The SHA-256 sum of a token as it was presented. */
    public static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The name only. */
    @Override
    public String toString() {
        return "RegisteredApplication[" + name + "]";
    }
}
