package io.github.pscsdk.outbox;

import java.util.Objects;
import java.util.UUID;

/**
 * An item to send, with its idempotency key: one id is only ever sent with one content.
 *
 * @param id the idempotency key under which it is sent; drawn by the caller, or made from the content
 * @param subject what it is about: items of one subject go out in their order, and wait for one another; empty where it is about nothing else
 * @param details what the software needs to show it, and to send it; the outbox does not read them
 * @param body what is sent; the outbox does not read it either
 */
public record HandOver(UUID id, String subject, String details, String body) {
    public HandOver {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(details, "details");
        Objects.requireNonNull(body, "body");
    }

    /** Hides all but the id. */
    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
