package io.github.pscsdk.outbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One draft or hand-over.
 *
 * @param handOver what it is; a draft has an empty body
 * @param phase how far it is
 * @param since when it came to that phase
 * @param answer the receiver's, as the {@link Receiver} wrote it down; empty until it settles the item
 * @param problem code of what keeps it from being settled, or why it was rejected
 * @param failures how often the receiver gave no answer to it that settles it
 * @param retryAt when it goes out again after such a failure; empty where it goes out with the next delivery
 */
public record OutboxItem(
        HandOver handOver,
        Phase phase,
        Instant since,
        String answer,
        Optional<String> problem,
        int failures,
        Optional<Instant> retryAt) {
    /** How far an item is. */
    public enum Phase {
        /** Being written; nothing is sent. */
        DRAFT,
        /** To be sent; perhaps received already, if the answer was lost. */
        WAITING,
        /** Refused by the receiver, for good: a correction is another item. */
        REJECTED,
        /** The receiver has done it. */
        RECEIVED
    }

    public OutboxItem {
        Objects.requireNonNull(handOver, "handOver");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(retryAt, "retryAt");
    }

    static OutboxItem of(HandOver handOver, Phase phase, Instant since) {
        return new OutboxItem(handOver, phase, since, "", Optional.empty(), 0, Optional.empty());
    }

    OutboxItem heldUp(String code) {
        return new OutboxItem(handOver, phase, since, answer, Optional.of(code), failures, retryAt);
    }

    OutboxItem failed(String code, Instant again) {
        return new OutboxItem(handOver, phase, since, answer, Optional.of(code), failures + 1, Optional.of(again));
    }

    OutboxItem settled(OutboxItem result, Instant now) {
        return new OutboxItem(handOver, result.phase, now, result.answer, result.problem, failures, Optional.empty());
    }

    /** Whether the same item is further along there; with another content only a draft is behind. */
    boolean isBehind(OutboxItem other) {
        return phase.compareTo(other.phase) < 0
                && (phase == Phase.DRAFT || handOver.body().equals(other.handOver.body()));
    }

    /** Hides what is handed over. */
    @Override
    public String toString() {
        return "OutboxItem[" + handOver.id() + ", " + phase + "]";
    }
}
