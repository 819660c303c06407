package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;
import java.util.Map;

/** What the receiver knows of the declarations that it has. */
@FunctionalInterface
public interface Register {
    /**
     * How it stands with all declarations of whoever is logged in, by their numbers.
     *
     * @throws PscException if there is no answer that can be used
     * @throws InterruptedException if the thread is interrupted
     */
    Map<String, DeclarationStatus> standings() throws PscException, InterruptedException;
}
