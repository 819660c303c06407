package io.github.pscsdk.proxy.internal.trace;

import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.TraceStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is too old, a batch at a time. */
public record TraceRetention(TraceStore store, Duration retention) {
    private static final Logger log = LoggerFactory.getLogger(TraceRetention.class);
    private static final int BATCH = 500;
    // What is left then goes the next time: others want to use the store too.
    private static final int BATCHES = 100;

    /** For once a minute. */
    public void apply() {
        try {
            for (var i = 0; i < BATCHES && store.removeOlderThan(retention, BATCH) == BATCH; i++) {
                log.debug("{} traces were too old", BATCH);
            }
        } catch (StoreException e) {
            log.warn("traces that are too old stay a minute longer: {}", e.getMessage());
        }
    }
}
