package io.github.pscsdk.outbox;

import io.github.pscsdk.diagnostic.PscException;
import java.util.List;

/** Where the items of an outbox are sent. */
@FunctionalInterface
public interface Receiver {
    /** How many it takes at once. */
    default int most() {
        return 1;
    }

    /**
     * Sends some and waits for the answers.
     *
     * @param items at least one, at most {@link #most()}; the id of each is its key, the same each time that it is sent
     * @return each as it is after that, in the same order: {@link HandOver#received}, {@link HandOver#rejected} or
     *     {@link HandOver#failed}
     * @throws PscException if the receiver cannot be reached, or takes nothing now: they may have arrived or not, and
     *     all that waits is sent later
     * @throws InterruptedException if the thread is interrupted; they may have arrived or not
     */
    List<OutboxItem> send(List<HandOver> items) throws PscException, InterruptedException;
}
