package io.github.pscsdk.example.desktop.work;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.observe.Observed;
import io.github.pscsdk.example.desktop.observe.Threads;
import io.github.pscsdk.example.desktop.outbox.Delivery;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.Phase;
import io.github.pscsdk.example.desktop.outbox.Post;
import io.github.pscsdk.example.desktop.outbox.Tray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The drafts and hand-overs of whoever is logged in. All it does with them happens on the background thread, in order. */
public final class OutboxModel extends Observed {
    private final Tray tray;
    private final Post post;
    private final Threads threads;
    private List<Item> items = List.of();
    private Optional<Problem> trouble = Optional.empty();
    private int atWork;

    /** Shows nothing until {@link #refresh()} or {@link #deliver()}. */
    public OutboxModel(Tray tray, Post post, Threads threads) {
        this.tray = Objects.requireNonNull(tray, "tray");
        this.post = Objects.requireNonNull(post, "post");
        this.threads = Objects.requireNonNull(threads, "threads");
    }

    @FunctionalInterface
    private interface Work {
        /** @return what stands in the way */
        Optional<Problem> run() throws PscException, InterruptedException;
    }

    @FunctionalInterface
    private interface Change {
        void run() throws PscException;
    }

    /** What there is, the newest first. */
    public List<Item> items() {
        return items;
    }

    /** How many wait. */
    public long waiting() {
        return items.stream().filter(item -> item.phase() == Phase.WAITING).count();
    }

    /** What stood in the way the last time. */
    public Optional<Problem> trouble() {
        return trouble;
    }

    /** Whether something is being kept or sent. */
    public boolean isBusy() {
        return atWork > 0;
    }

    /** Reads what there is. */
    public void refresh() {
        change(() -> {});
    }

    /** Keeps a draft. */
    public void keepDraft(UUID id, String title, String draft) {
        change(() -> tray.keepDraft(id, title, draft));
    }

    /** Throws one away that does not wait. */
    public void discard(UUID id) {
        change(() -> tray.discard(id));
    }

    /** Keeps a hand-over, then sends all that waits. Once kept, it is sent some day, whatever happens. */
    public void handOver(UUID id, String title, String draft, String body) {
        change(() -> {
            tray.keepDraft(id, title, draft);
            tray.handOver(id, body);
        });
        deliver();
    }

    /** Sends all that waits. */
    public void deliver() {
        work(() -> Delivery.run(tray, post));
    }

    private void change(Change change) {
        work(() -> {
            change.run();
            return Optional.empty();
        });
    }

    private void work(Work work) {
        atWork++;
        changed();
        threads.background().execute(() -> {
            var outcome = outcome(work);
            threads.window().execute(() -> {
                atWork--;
                trouble = outcome.trouble();
                outcome.items().ifPresent(read -> items = read);
                changed();
            });
        });
    }

    private record Outcome(Optional<Problem> trouble, Optional<List<Item>> items) {}

    private Outcome outcome(Work work) {
        try {
            var trouble = work.run();
            var read = new ArrayList<>(tray.items());
            Collections.reverse(read);
            return new Outcome(trouble, Optional.of(List.copyOf(read)));
        } catch (PscException e) {
            return new Outcome(Optional.of(e.problem()), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Optional.empty(), Optional.empty());
        }
    }
}
