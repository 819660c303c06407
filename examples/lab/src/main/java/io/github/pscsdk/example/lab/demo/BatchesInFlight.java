package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.declaration.CentreFile.Rows;
import io.github.pscsdk.example.lab.outcome.Outcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A few batches of rows on their way at once: while the form works on one, the next one is made. Memory does not grow
 * with the rows.
 */
record BatchesInFlight(RowDelivery delivery) {
    private static final int MOST = 2;
    private static final int SECONDS_TO_END = 5;

    /** Is told of each batch, in the order of the rows. */
    @FunctionalInterface
    interface Listener {
        void settled(List<Outcome> outcomes) throws PscException;
    }

    /** Delivers all rows; stops at the first batch that cannot be settled. */
    void deliver(Rows rows, Listener listener) throws PscException, InterruptedException {
        var threads = Executors.newFixedThreadPool(MOST);
        var inFlight = new ArrayDeque<Future<List<Outcome>>>();
        try {
            for (var some = rows.next(FormReceiver.MOST); !some.isEmpty(); some = rows.next(FormReceiver.MOST)) {
                if (inFlight.size() == MOST) {
                    listener.settled(outcomes(inFlight.remove()));
                }
                List<Row> batch = some;
                inFlight.add(threads.submit(() -> delivery.deliver(batch)));
            }
            for (var last : inFlight) {
                listener.settled(outcomes(last));
            }
        } finally {
            threads.shutdownNow();
            // None is to write to a journal that is closed next.
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    private static List<Outcome> outcomes(Future<List<Outcome>> batch) throws PscException, InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PscException failure) {
                throw failure;
            }
            throw new IllegalStateException("a batch met a defect", e.getCause());
        }
    }
}
