package io.github.pscsdk.example.declaration.lifecycle;

import java.time.Instant;
import java.util.Objects;

/**
 * The local proof that a version was handed over.
 *
 * @param at when
 * @param hash SHA-256 of the canonical text, in hexadecimal
 * @param professional whose it was, see {@link io.github.pscsdk.example.declaration.Caller#key}
 */
public record Proof(Instant at, String hash, String professional) {
    /** Checks. */
    public Proof {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(professional, "professional");
    }

    /** Without the professional. */
    @Override
    public String toString() {
        return "Proof[at=" + at + ", hash=" + hash + "]";
    }
}
