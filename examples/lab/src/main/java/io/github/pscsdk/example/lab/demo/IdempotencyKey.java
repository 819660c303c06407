package io.github.pscsdk.example.lab.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names a declaration so that sending it twice stores it once: the same row with the same content has the same key, and a
 * corrected row has another one.
 */
final class IdempotencyKey {
    private IdempotencyKey() {}

    /** The first half of a hash. */
    static UUID of(String sourceId, String content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var hash = ByteBuffer.wrap(sha256.digest((sourceId + '\n' + content).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
