package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.Problem;
import java.util.Optional;

/**
 * The result of sending one item.
 *
 * @param phase in which it is now
 * @param problem why it is not received
 * @param answer what is to be kept of the receiver's answer; left out where it has more than {@link HandOver#MOST_CHARACTERS} characters, since the item
 *     has been sent and must be settled
 */
public record DeliveryResult(OutboxItem.Phase phase, Optional<Problem> problem, String answer) {
    public DeliveryResult {
        answer = answer.length() > HandOver.MOST_CHARACTERS ? "" : answer;
        if (phase == OutboxItem.Phase.DRAFT || problem.isPresent() == (phase == OutboxItem.Phase.RECEIVED)) {
            throw new IllegalArgumentException("received without a problem, or not received with one");
        }
    }

    /** The receiver has it, now or since an earlier time. */
    public static DeliveryResult received(String answer) {
        return new DeliveryResult(OutboxItem.Phase.RECEIVED, Optional.empty(), answer);
    }

    /** The receiver refuses it, and would refuse it again. */
    public static DeliveryResult rejected(Problem problem, String answer) {
        return new DeliveryResult(OutboxItem.Phase.REJECTED, Optional.of(problem), answer);
    }

    /** The receiver answers, and settles nothing: this item alone is sent again, after a while. */
    public static DeliveryResult failed(Problem problem) {
        return new DeliveryResult(OutboxItem.Phase.WAITING, Optional.of(problem), "");
    }

    /** Hides the answer. */
    @Override
    public String toString() {
        return "DeliveryResult[" + phase + "]";
    }
}
