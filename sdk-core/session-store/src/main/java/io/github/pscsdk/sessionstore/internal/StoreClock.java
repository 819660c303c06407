package io.github.pscsdk.sessionstore.internal;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's clock, so that all nodes tell the same time. One elsewhere is asked in the background, once a minute, and
 * followed by the time that has passed since. Until its first answer a step of {@link StoreCalls#run} asks for itself,
 * and fails where there is none; whoever may not wait is told the host's time.
 */
public final class StoreClock extends Clock {
    private static final Logger log = LoggerFactory.getLogger(StoreClock.class);
    private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final StoreCalls calls;
    private final Clock host;
    private final ZoneId zone;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Reading last;

    /** @param at by {@link StoreCalls#elapsed} */
    private record Reading(Instant time, Duration at) {}

    private StoreClock(SessionStore store, StoreCalls calls, Clock host, ZoneId zone) {
        this.store = store;
        this.calls = calls;
        this.host = host;
        this.zone = zone;
    }

    /**
     * The clock for a host with that store; {@code host} is its own, which counts where the store is in this process.
     */
    public static Clock of(SessionStore store, StoreCalls calls, Clock host) {
        if (store.isInProcess()) {
            return host;
        }
        var clock = new StoreClock(store, calls, host, ZoneOffset.UTC);
        clock.ask(null);
        return clock;
    }

    /** @throws StoreException on a thread that may wait, if the store does not tell its time */
    @Override
    public Instant instant() {
        var reading = last;
        if (reading == null && StoreCalls.isOnItsThread()) {
            reading = read();
            last = reading;
        } else if (reading == null) {
            ask(null);
            return host.instant();
        }
        var passed = calls.elapsed().minus(reading.at);
        if (passed.compareTo(ASKED_EVERY) > 0) {
            ask(reading);
        }
        return reading.time.plus(passed);
    }

    /** Unless a newer answer than that has come meanwhile. */
    private void ask(@Nullable Reading known) {
        if (asking.compareAndSet(false, true)) {
            if (last != known) {
                asking.set(false);
                return;
            }
            calls.run(this::read).whenComplete((answer, failure) -> {
                if (failure == null) {
                    last = answer;
                } else {
                    log.warn("the time of the session store is not known: {}", StoreCalls.describe(failure));
                }
                asking.set(false);
            });
        }
    }

    private Reading read() {
        var before = calls.elapsed();
        var time = store.now();
        // Read at some time between the question and the answer.
        return new Reading(time, before.plus(calls.elapsed().minus(before).dividedBy(2)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoreClock(store, calls, host, other);
    }
}
