package io.github.pscsdk.example.lab.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a declaration so that sending it twice stores it once: the same row with the same content has the same key, and a
 * corrected row has another one.
 */
final class IdempotencyKey {
    private IdempotencyKey() {}

    /** 64 hexadecimal digits. */
    static String of(String sourceId, byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(sourceId.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
