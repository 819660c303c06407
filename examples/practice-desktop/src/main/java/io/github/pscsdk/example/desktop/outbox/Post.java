package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;

/** Takes hand-overs to the receiver. */
@FunctionalInterface
public interface Post {
    /**
     * Sends one and waits for the answer.
     *
     * @param key the same for the same hand-over, however often it is sent
     * @param body the same as with that key before
     * @throws PscException if no answer settles it: it may have arrived or not, and is to be sent again
     * @throws InterruptedException if the thread is interrupted; the same holds
     */
    Answer send(String key, String body) throws PscException, InterruptedException;
}
