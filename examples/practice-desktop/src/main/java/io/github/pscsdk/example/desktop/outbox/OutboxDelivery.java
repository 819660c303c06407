package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Optional;

/** Sends the waiting items of a professional, one after the other. */
public final class OutboxDelivery {
    private OutboxDelivery() {}

    /**
     * Sends all that waits, the oldest first, until one cannot be settled: the next ones would fail the same way.
     *
     * @return what stopped it; empty if nothing waits any more
     * @throws PscException if the outbox itself fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static Optional<Problem> run(ProfessionalOutbox outbox, Receiver receiver)
            throws PscException, InterruptedException {
        for (var item : outbox.waiting()) {
            DeliveryResult result;
            try {
                result = receiver.send(item);
            } catch (PscException e) {
                outbox.holdUp(item, e.problem().code());
                return Optional.of(e.problem());
            }
            outbox.settle(item, result);
        }
        return Optional.empty();
    }
}
