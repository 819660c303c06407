package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;

/** Takes errands to the receiver. */
@FunctionalInterface
public interface Post {
    /**
     * Sends one and waits for the answer.
     *
     * @param item its id is the key: the same for the same errand, however often it is sent
     * @throws PscException if no answer settles it: it may have arrived or not, and is to be sent again
     * @throws InterruptedException if the thread is interrupted; the same holds
     */
    ReceiverAnswer send(Item item) throws PscException, InterruptedException;
}
