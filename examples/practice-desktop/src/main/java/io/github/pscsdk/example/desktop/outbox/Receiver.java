package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;

/** Where the items of the outbox are sent. */
@FunctionalInterface
public interface Receiver {
    /**
     * Sends one and waits for the answer.
     *
     * @param item its id is the key: the same each time that the item is sent
     * @throws PscException if no answer settles it: it may have arrived or not, and is to be sent again
     * @throws InterruptedException if the thread is interrupted; the same holds
     */
    DeliveryResult send(OutboxItem item) throws PscException, InterruptedException;
}
