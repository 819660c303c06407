package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Calls a server over connections that are kept. A call is sent once. A failure that shows that the server has gone, or
 * is no longer the one on which one writes, drops all connections, so that the next call looks where it is now.
 */
final class Connections implements AutoCloseable {
    // Nothing on the way is known to forget a connection sooner.
    private static final Duration SURE = Duration.ofMillis(800);

    private final Function<CallLimit, RedisConnection> server;
    private final RedisFailures failures;
    private final Duration callLimit;
    private final Scheduler timers;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Kept> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger generation = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean isClosed;

    /** @param generation of all that were opened after the last one was found dead */
    private record Kept(RedisConnection connection, int generation, Duration usedAt) {}

    /**
     * @param places how many calls there are at once
     * @param timers closed with this, after the last call that is under way
     */
    Connections(
            Function<CallLimit, RedisConnection> server,
            RedisFailures failures,
            Duration callLimit,
            int places,
            Scheduler timers) {
        this.server = server;
        this.failures = failures;
        this.callLimit = callLimit;
        this.places = new Semaphore(places);
        this.timers = timers;
    }

    /**
     * Asks, and hands back the answer.
     *
     * @param question reads the answer too: after one that throws, the connection is not used again
     * @throws StoreException if there is none, one that cannot be, or a refusal
     */
    <T> T call(Function<Connection, T> question) {
        underWay.incrementAndGet();
        try (var limit = limit()) {
            awaitPlace(limit);
            try {
                return call(question, limit);
            } finally {
                places.release();
            }
        } finally {
            if (underWay.decrementAndGet() == 0 && isClosed) {
                timers.close();
            }
        }
    }

    private CallLimit limit() {
        if (isClosed) {
            throw failures.unavailable("the store was closed");
        }
        return new CallLimit(callLimit, timers);
    }

    private void awaitPlace(CallLimit limit) {
        try {
            if (!places.tryAcquire() && !places.tryAcquire(limit.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw failures.unavailable("all its connections are in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable("interrupted while all its connections were in use");
        }
    }

    private <T> T call(Function<Connection, T> question, CallLimit limit) {
        Kept kept = null;
        try {
            kept = borrowed(limit);
            var answer = question.apply(kept.connection.jedis());
            giveBack(kept, limit);
            return answer;
        } catch (RuntimeException e) {
            // A refusal was read to its end: the connection is good, unless the server is the wrong one.
            if (kept != null && e instanceof JedisDataException refusal && !failures.isOfAnotherServer(refusal)) {
                giveBack(kept, limit);
            } else {
                drop(kept);
            }
            throw told(e, limit);
        }
    }

    private StoreException told(RuntimeException failure, CallLimit limit) {
        if (failure instanceof StoreException store) {
            return store;
        }
        if (limit.isOver()) {
            return failures.unavailable("no answer within " + callLimit.toMillis() + " ms");
        }
        return failure instanceof JedisException known
                ? failures.of(known)
                : failures.unavailable(
                        "an answer that cannot be: " + failure.getClass().getName());
    }

    private Kept borrowed(CallLimit limit) {
        try {
            for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
                kept.connection.use(limit);
                if (kept.generation == generation.get() && isGood(kept)) {
                    return kept;
                }
                kept.connection.close();
            }
        } catch (IOException e) {
            throw new JedisConnectionException(e);
        }
        var current = generation.get();
        return new Kept(server.apply(limit), current, timers.elapsed());
    }

    private boolean isGood(Kept kept) {
        return timers.elapsed().minus(kept.usedAt).compareTo(SURE) < 0 || kept.connection.isStillGood();
    }

    private void giveBack(Kept kept, CallLimit limit) {
        limit.close();
        if (limit.isOver()) {
            kept.connection.close();
            return;
        }
        idle.addFirst(new Kept(kept.connection, kept.generation, timers.elapsed()));
        if (isClosed) {
            closeIdle();
        }
    }

    private void drop(@Nullable Kept kept) {
        generation.incrementAndGet();
        if (kept != null) {
            kept.connection.close();
        }
        closeIdle();
    }

    private void closeIdle() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.connection.close();
        }
    }

    /** Takes no calls any more, and closes what is idle; a call that is under way ends by itself. */
    @Override
    public void close() {
        isClosed = true;
        closeIdle();
        if (underWay.get() == 0) {
            timers.close();
        }
    }

    @Override
    public String toString() {
        return failures.toString();
    }
}
