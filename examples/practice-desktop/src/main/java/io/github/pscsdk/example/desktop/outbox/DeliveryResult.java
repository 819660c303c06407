package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.List;
import java.util.Objects;

/** An answer of the receiver that settles a hand-over. */
public sealed interface DeliveryResult {
    /**
     * The receiver has it, now or since an earlier time.
     *
     * @param receipt for it, or of what it is about
     * @param remarks that do not stand in the way
     */
    record Received(Receipt receipt, List<ReceiverFinding> remarks) implements DeliveryResult {
        public Received {
            Objects.requireNonNull(receipt, "receipt");
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The receiver refuses it, and would refuse it again.
     *
     * @param problem why
     * @param remarks on the fields
     */
    record Rejected(DesktopProblem problem, List<ReceiverFinding> remarks) implements DeliveryResult {
        public Rejected {
            Objects.requireNonNull(problem, "problem");
            remarks = List.copyOf(remarks);
        }
    }
}
