package io.github.pscsdk.proxy.internal.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An application that may call the proxy, by the SHA-256 sum of the token that the vendor issued to it: a random value
 * of at least 128 bits.
 *
 * @param name whose it is; stands in logs
 * @param sha256 64 hexadecimal digits, the case does not count
 * @param operator whether its owner may read the traces of everybody
 */
public record RegisteredApplication(String name, String sha256, boolean operator) {
    private static final Pattern SUM = Pattern.compile("[0-9a-fA-F]{64}");

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

    @Override
    public String toString() {
        return "RegisteredApplication[" + name + "]";
    }
}
