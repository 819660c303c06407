package io.github.pscsdk.example.practiceweb.receiver;

import java.util.Objects;
import java.util.UUID;

/**
 * What one handing over is known by.
 *
 * @param professional the national identifier of whoever declares
 * @param id drawn before the first attempt, the same for every other one
 */
public record HandOverKey(String professional, UUID id) {
    /** Refuses nulls. */
    public HandOverKey {
        Objects.requireNonNull(professional, "professional");
        Objects.requireNonNull(id, "id");
    }

    /** Nobody. */
    @Override
    public String toString() {
        return "HandOverKey[" + id + "]";
    }
}
