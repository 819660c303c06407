package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The time of relying parties and of the PSC that they call. A test moves it from one task to the next, and not while a request or a call of a store is under
 * way.
 */
final class TestTime {
    /** Beyond each deadline of a login. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    // It starts today: the simulator's server dates its responses by the system's clock.
    final VirtualClock clock =
            VirtualClock.standingAt(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));

    /** A peer's work, or what it does instead. */
    @FunctionalInterface
    interface Stalling<T> {
        T until() throws IOException;
    }

    private int underWay;
    private int held;
    private CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);

    private final Executor threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "test-call");
        thread.setDaemon(true);
        return thread;
    });

    /** A relying party that follows this time, and prolongs no session by itself. */
    RelyingPartyBuilder setOn(RelyingPartyBuilder party) {
        party.storeThreads = Optional.of(this::run);
        return party.clock(clock).executor(this::run).withoutProlonging();
    }

    /** Holds the calling thread until the test says how it goes on; time may pass meanwhile. */
    void hold(CompletableFuture<Void> end) {
        // By the thread of the test, and before it can know that a request is held: when it goes on, none is held any
        // more.
        end.whenComplete((ended, failure) -> count(0, -1));
        count(0, 1);
        end.join();
    }

    /** The same for a peer that stalls until its caller leaves. */
    <T> T stall(Stalling<T> stalling) throws IOException {
        count(0, 1);
        try {
            return stalling.until();
        } finally {
            count(0, -1);
        }
    }

    private void run(Runnable call) {
        count(1, 0);
        threads.execute(() -> {
            try {
                call.run();
            } finally {
                count(-1, 0);
            }
        });
    }

    private synchronized void count(int begun, int heldMore) {
        underWay += begun;
        held += heldMore;
        if (underWay == held) {
            quiet.complete(null);
        } else if (quiet.isDone()) {
            quiet = new CompletableFuture<>();
        }
    }

    /** Complete while nothing is under way. */
    private synchronized CompletableFuture<Void> quiet() {
        return quiet;
    }

    /** Waits until every request and every call of a store was answered, or is held, and the work that follows from it was done. */
    void settle() {
        do {
            awaitQuiet();
            Await.until("each task that is due has run", () -> !clock.hasTaskWithin(Duration.ZERO));
        } while (!quiet().isDone());
    }

    private void awaitQuiet() {
        try {
            Await.outcome("the answers to all requests", quiet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves to the next task, and waits until what that sends was answered. */
    void next() {
        settle();
        assertTrue(clock.advanceToNext(LONGEST), "a task is scheduled");
        settle();
    }

    /** Moves on by so much, from one task to the next. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        do {
            settle();
        } while (clock.advanceToNext(Duration.between(clock.instant(), end)));
        clock.advance(Duration.between(clock.instant(), end));
        settle();
    }

    /** Moves on until the login has ended: its session, or the exception it ended with. */
    PscSession outcome(BackchannelLogin login) throws Exception {
        return outcome(login.outcome());
    }

    /** The same for any operation. */
    <T> T outcome(CompletionStage<T> operation) throws Exception {
        var outcome = operation.toCompletableFuture();
        while (!outcome.isDone()) {
            Await.outcome(
                    "the end of the operation, or the answers to all requests",
                    CompletableFuture.anyOf(quiet(), outcome.handle((result, failure) -> null)));
            Await.until(
                    "the operation has ended, or each task that is due has run",
                    () -> outcome.isDone() || !clock.hasTaskWithin(Duration.ZERO));
            if (!outcome.isDone() && quiet().isDone() && !clock.advanceToNext(LONGEST)) {
                break;
            }
        }
        return Await.outcome("the outcome of an operation for which no task is scheduled any more", outcome);
    }
}
