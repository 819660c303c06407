package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.example.declaration.Declaration;
import java.time.Instant;

/**
 * A declaration has been taken.
 *
 * @param number what the receiver knows it by
 * @param at when
 * @param declaration what was taken, as the receiver wrote it
 */
public record Receipt(String number, Instant at, Declaration declaration) {
    /** Nothing of the declaration. */
    @Override
    public String toString() {
        return "Receipt[" + number + "]";
    }
}
