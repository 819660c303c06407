package io.github.pscsdk.example.santefr.store;

import java.time.Instant;

/**
 * Proof that a declaration was received.
 *
 * @param number names the declaration, such as {@code SF-2026-0000042}
 * @param receivedAt whole milliseconds
 * @param hash SHA-256 of the declaration's canonical text in UTF-8, 64 hexadecimal digits
 */
public record Receipt(String number, Instant receivedAt, String hash) {}
