package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.example.declaration.Declaration;
import java.util.Objects;

/**
 * A declaration on its way.
 *
 * @param key what it is known by
 * @param declaration as the rules wrote it
 */
public record HandOver(HandOverKey key, Declaration declaration) {
    /** Refuses nulls. */
    public HandOver {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(declaration, "declaration");
    }
}
