package io.github.pscsdk.example.lab.outcome;

import io.github.pscsdk.diagnostic.PscException;
import java.util.List;

/** Takes the outcome of every row, some at a time, in the order of the file. */
@FunctionalInterface
public interface OutcomeReport extends AutoCloseable {
    /** For a run of which only the summary is wanted. */
    OutcomeReport NONE = outcomes -> {};

    void add(List<Outcome> outcomes) throws PscException;

    @Override
    default void close() throws PscException {
        // Nothing is open where nothing is written.
    }
}
