package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.diagnostic.PscException;
import java.util.Map;

/** Tells the status of the declarations that the receiver has. */
@FunctionalInterface
public interface StatusSource {
    /**
     * The status of all declarations of whoever is logged in, by their numbers.
     *
     * @throws PscException if there is no answer that can be used
     * @throws InterruptedException if the thread is interrupted
     */
    Map<String, DeclarationStatus> statuses() throws PscException, InterruptedException;
}
