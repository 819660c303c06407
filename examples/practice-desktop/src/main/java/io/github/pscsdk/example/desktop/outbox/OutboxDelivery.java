package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Optional;

/** Sends what waits in a tray, one after the other. */
public final class OutboxDelivery {
    private OutboxDelivery() {}

    /**
     * Sends all that waits, the oldest first, until one cannot be settled: the next ones would meet the same trouble.
     *
     * @return what stopped it; empty if nothing waits any more
     * @throws PscException if the outbox itself fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static Optional<Problem> run(ProfessionalOutbox tray, Post post) throws PscException, InterruptedException {
        for (var item : tray.waiting()) {
            ReceiverAnswer answer;
            try {
                answer = post.send(item);
            } catch (PscException e) {
                tray.holdUp(item, e.problem().code());
                return Optional.of(e.problem());
            }
            tray.settle(item, answer);
        }
        return Optional.empty();
    }
}
