package io.github.pscsdk.relyingparty;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.testkit.internal.InterceptedStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A node's way to a store that is elsewhere: it may be cut, or hang; or single calls fail, lose their answer or are held. */
class FaultyStore extends InterceptedStore {
    enum Step {
        FIND,
        PUT,
        REPLACE,
        /** A new thing to do. */
        ADD,
        /** It is due at another time. */
        RESCHEDULE,
        /** A write that ends a waiting login. */
        FINISH,
        REMOVE,
        CLAIM_DUE,
        OTHER
    }

    private record Fault(Step step, String prefix, AtomicInteger times, Consumer<Supplier<?>> before, Runnable after) {
        boolean isAt(Step other, String about) {
            return step == other && about.startsWith(prefix) && times.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
        }
    }

    /** A call that does not go on before the test says so. */
    static final class Held {
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        void goOn() {
            end.complete(null);
        }

        void fail() {
            end.completeExceptionally(new IllegalStateException("the connection was dead"));
        }
    }

    private final TestTime time;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final ThreadLocal<Step> writing = new ThreadLocal<>();
    private final AtomicInteger hung = new AtomicInteger();
    private final AtomicLong callsLeft = new AtomicLong(Long.MAX_VALUE);
    private volatile Optional<CompletableFuture<Void>> hanging = Optional.empty();
    private volatile boolean cut;

    FaultyStore(TestTime time, SessionStore store) {
        super(store);
        this.time = time;
    }

    /** From now on, each call fails. */
    void cut() {
        cut = true;
    }

    /** So many calls succeed, and from then on each fails. */
    void cutAfter(int calls) {
        callsLeft.set(calls);
    }

    boolean isCut() {
        return cut;
    }

    /** From now on, each call hangs until it is mended. */
    void hang() {
        hanging = Optional.of(new CompletableFuture<>());
    }

    /** How many calls hang now. */
    int hanging() {
        return hung.get();
    }

    /** So many such calls fail, and do nothing. */
    void fail(Step step, String prefix, int times) {
        faults.add(new Fault(step, prefix, new AtomicInteger(times), work -> away(), () -> {}));
    }

    /** Until it is mended. */
    void fail(Step step, String prefix) {
        fail(step, prefix, Integer.MAX_VALUE);
    }

    /** The next such call is done, and fails all the same. */
    void loseAnswer(Step step, String prefix) {
        faults.add(new Fault(step, prefix, new AtomicInteger(1), work -> {}, this::away));
    }

    /** The next such call fails, and is done when the result is asked for. */
    Supplier<?> defer(Step step, String prefix) {
        var deferred = new AtomicReference<Supplier<?>>();
        faults.add(new Fault(
                step,
                prefix,
                new AtomicInteger(1),
                work -> {
                    deferred.set(work);
                    away();
                },
                () -> {}));
        return () -> deferred.get().get();
    }

    /** The next such call does what it should, whatever is said of such calls from now on. */
    void pass(Step step, String prefix) {
        faults.add(new Fault(step, prefix, new AtomicInteger(1), work -> {}, () -> {}));
    }

    /** The next such call is held. */
    Held hold(Step step, String prefix) {
        var held = new Held();
        faults.add(new Fault(step, prefix, new AtomicInteger(1), work -> time.hold(held.end), () -> {}));
        return held;
    }

    void mend() {
        faults.clear();
        callsLeft.set(Long.MAX_VALUE);
        cut = false;
        hanging.ifPresent(calls -> calls.complete(null));
        hanging = Optional.empty();
    }

    /** How many calls have failed. */
    int failed() {
        return failed.get();
    }

    /** How many such calls were done. */
    long done(Step step, String prefix) {
        return done.stream()
                .filter(line -> line.startsWith(step + " " + prefix))
                .count();
    }

    private void away() {
        failed.incrementAndGet();
        throw new IllegalStateException("the way is cut");
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        writing.set(step(key, version, content));
        return super.write(key, version, content);
    }

    private static Step step(String key, long version, EntryContent content) {
        if (content.kind().isPresent()) {
            return version == ABSENT ? Step.ADD : Step.RESCHEDULE;
        }
        if (version == ABSENT) {
            return Step.PUT;
        }
        return key.startsWith("psc/login/") ? Step.FINISH : Step.REPLACE;
    }

    @Override
    protected <T> T call(Call call, String about, Supplier<T> work) {
        var step = switch (call) {
            case FIND -> Step.FIND;
            case WRITE -> writing.get();
            case REMOVE -> Step.REMOVE;
            case CLAIM_DUE -> Step.CLAIM_DUE;
            default -> Step.OTHER;
        };
        hanging.ifPresent(this::hangUntil);
        if (callsLeft.getAndDecrement() == 0) {
            cut = true;
        }
        if (cut) {
            away();
        }
        var fault = faults.stream().filter(known -> known.isAt(step, about)).findFirst();
        fault.ifPresent(known -> known.before.accept(work));
        if (cut) {
            away();
        }
        var result = work.get();
        fault.ifPresent(known -> known.after.run());
        done.add(step + " " + about);
        return result;
    }

    private void hangUntil(CompletableFuture<Void> mended) {
        hung.incrementAndGet();
        time.hold(mended);
        hung.decrementAndGet();
    }

    @Override
    public boolean isInProcess() {
        return false;
    }

    @Override
    public boolean isEncrypted() {
        // As a store elsewhere has to be; what is tested here is the way to it.
        return true;
    }
}
