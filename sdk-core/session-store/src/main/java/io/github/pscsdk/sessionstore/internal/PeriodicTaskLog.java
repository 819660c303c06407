package io.github.pscsdk.sessionstore.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/**
 * Tells the log of work with the store that is done every few seconds: once that it fails, and once that it works
 * again. Safe for any thread.
 */
public final class PeriodicTaskLog {
    private final Logger log;
    private final String work;
    private final AtomicBoolean fails = new AtomicBoolean();

    public PeriodicTaskLog(Logger log, String work) {
        this.log = log;
        this.work = work;
    }

    /** @param failure null where it went well */
    public void done(Throwable failure) {
        if (failure != null && fails.compareAndSet(false, true)) {
            log.warn("{} fails, and is tried again: {}", work, StoreCalls.describe(failure));
        } else if (failure == null && fails.compareAndSet(true, false)) {
            log.info("{} works again", work);
        }
    }
}
