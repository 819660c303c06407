package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An item to send, with its idempotency key: one id is only ever sent with one content.
 *
 * @param id the idempotency key under which it is sent; drawn by the caller, or made from the content
 * @param subject what it is about: items of one subject go out in their order, and wait for one another; empty where it
 *     is about nothing else
 * @param details what the software needs to show it, and to send it; the outbox does not read them. At most {@value
 *     #MOST_CHARACTERS} characters
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

    /**
     * The receiver has it, now or since an earlier time.
     *
     * @param answer what is to be kept of the receiver's; left out where it has more than {@value #MOST_CHARACTERS}
     *     characters, since the item has been sent and must be settled
     */
    public OutboxItem received(String answer) {
        return after(Phase.RECEIVED, answer, Optional.empty());
    }

    /** The receiver refuses it, and would refuse it again. */
    public OutboxItem rejected(Problem problem, String answer) {
        return after(Phase.REJECTED, answer, Optional.of(problem));
    }

    /** The receiver answers, and settles nothing: this item alone is sent again, after a while. */
    public OutboxItem failed(Problem problem) {
        return after(Phase.WAITING, "", Optional.of(problem));
    }

    /** After it was sent; the outbox writes down when. */
    private OutboxItem after(Phase phase, String answer, Optional<Problem> problem) {
        var kept = answer.length() > MOST_CHARACTERS ? "" : answer;
        return new OutboxItem(this, phase, Instant.EPOCH, kept, problem.map(Problem::code), 0, Optional.empty());
    }

    /** Hides all but the id. */
    @Override
    public String toString() {
        return "HandOver[" + id + "]";
    }
}
