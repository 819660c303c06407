package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.example.declaration.Declaration;
import java.time.Instant;
import java.util.Objects;

/**
 * A declaration has been taken.
 *
 * @param key what it is known by
 * @param at when
 * @param declaration what was taken
 */
public record Receipt(HandOverKey key, Instant at, Declaration declaration) {
    /** Refuses nulls. */
    public Receipt {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(declaration, "declaration");
    }
}
