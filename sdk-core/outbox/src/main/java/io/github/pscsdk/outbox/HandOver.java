package io.github.pscsdk.outbox;

import java.util.Objects;
import java.util.UUID;

/**
 * An item to send, with its idempotency key: one id is only ever sent with one content.
 *
 * @param id the idempotency key under which it is sent; drawn by the caller, or made from the content
 * @param subject what it is about: items of one subject go out in their order, and wait for one another; empty where it is about nothing else
 * @param details what the software needs to show it, and to send it; the outbox does not read them. At most {@value #MOST_CHARACTERS} characters
 * @param body what is sent; the outbox does not read it either. At most {@value #MOST_CHARACTERS} characters
 */
public record HandOver(UUID id, String subject, String details, String body) {
    /** Of the details, and of the body: with more an item would not fit into its row. */
    public static final int MOST_CHARACTERS = 100_000;

    private static final int MOST_OF_SUBJECT = 1000;

    public HandOver {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(details, "details");
        Objects.requireNonNull(body, "body");
        if (subject.length() > MOST_OF_SUBJECT
                || details.length() > MOST_CHARACTERS
                || body.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("an item has at most " + MOST_CHARACTERS
                    + " characters of details and of body, and " + MOST_OF_SUBJECT + " of its subject");
        }
    }

    /** Hides all but the id. */
    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
