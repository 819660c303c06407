package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.lab.declaration.CentreFile.Rows;
import io.github.pscsdk.example.lab.outcome.Outcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A few batches of rows on their way at once: while the form works on one, the next one is made. Memory does not grow
 * with the rows.
 */
final class BatchesInFlight {
    private static final int MOST = 2;
    private static final int SECONDS_TO_END = 5;

    private final RowDelivery delivery;
    private final Queue<Batch> inFlight = new ArrayDeque<>();
    private int done;

    BatchesInFlight(RowDelivery delivery) {
        this.delivery = delivery;
    }

    private record Batch(int size, Future<List<Outcome>> outcomes) {}

    /** Is told of each batch, in the order of the rows. */
    @FunctionalInterface
    interface Listener {
        void settled(List<Outcome> outcomes, int rowsDone) throws PscException;
    }

    /** Delivers all rows; stops at the first batch that cannot be settled. */
    void deliver(Rows rows, Listener listener) throws PscException, InterruptedException {
        var threads = Executors.newFixedThreadPool(MOST);
        try {
            for (var some = rows.next(FormReceiver.MOST); !some.isEmpty(); some = rows.next(FormReceiver.MOST)) {
                if (inFlight.size() == MOST) {
                    settle(listener);
                }
                List<Row> batch = some;
                inFlight.add(new Batch(batch.size(), threads.submit(() -> delivery.deliver(batch))));
            }
            while (!inFlight.isEmpty()) {
                settle(listener);
            }
        } finally {
            threads.shutdownNow();
            // None is to write to a journal that is closed next.
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    private void settle(Listener listener) throws PscException, InterruptedException {
        var batch = inFlight.remove();
        try {
            var outcomes = batch.outcomes().get();
            done += batch.size();
            listener.settled(outcomes, done);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PscException failure) {
                throw failure;
            }
            throw new IllegalStateException("a batch met a defect", e.getCause());
        }
    }
}
