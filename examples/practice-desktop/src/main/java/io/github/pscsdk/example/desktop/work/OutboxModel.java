package io.github.pscsdk.example.desktop.work;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.json.WithdrawalJson;
import io.github.pscsdk.example.desktop.observe.ObservableModel;
import io.github.pscsdk.example.desktop.observe.Threads;
import io.github.pscsdk.example.desktop.outbox.DeclarationStatus;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.OutboxDelivery;
import io.github.pscsdk.example.desktop.outbox.OutboxRequest;
import io.github.pscsdk.example.desktop.outbox.Phase;
import io.github.pscsdk.example.desktop.outbox.Post;
import io.github.pscsdk.example.desktop.outbox.ProfessionalOutbox;
import io.github.pscsdk.example.desktop.outbox.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The drafts and hand-overs of whoever is logged in. All it does with them happens on the background thread, in order. */
public final class OutboxModel extends ObservableModel {
    private final ProfessionalOutbox tray;
    private final Post post;
    private final Register register;
    private final Threads threads;
    private List<Item> items = List.of();
    private Map<String, DeclarationStatus> standings = Map.of();
    private Optional<Problem> trouble = Optional.empty();
    private int atWork;

    /** Shows nothing until {@link #refresh()} or {@link #deliver()}. */
    public OutboxModel(ProfessionalOutbox tray, Post post, Register register, Threads threads) {
        this.tray = Objects.requireNonNull(tray, "tray");
        this.post = Objects.requireNonNull(post, "post");
        this.register = Objects.requireNonNull(register, "register");
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

    /** What is being written, waits or was rejected, the newest first. */
    public List<Item> items() {
        return items.stream().filter(item -> item.phase() != Phase.RECEIVED).toList();
    }

    /** What the receiver has, the last handed over first. */
    public List<HandedOver> handedOver() {
        var oldestFirst = new ArrayList<>(items);
        Collections.reverse(oldestFirst);
        return HandedOver.of(oldestFirst, standings);
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
    public void keepDraft(UUID id, String title, OutboxRequest errand, String draft) {
        change(() -> tray.keepDraft(id, title, errand, draft));
    }

    /** Throws one away that does not wait. */
    public void discard(UUID id) {
        change(() -> tray.discard(id));
    }

    /** Keeps a hand-over, then sends all that waits. Once kept, it is sent some day, whatever happens. */
    public void handOver(UUID id, String title, OutboxRequest errand, String draft, String body) {
        change(() -> {
            tray.keepDraft(id, title, errand, draft);
            tray.handOver(id, body);
        });
        deliver();
    }

    /** Keeps the word that a declaration is still valid, then sends all that waits. */
    public void confirm(UUID id, HandedOver declaration) {
        ask(id, declaration, OutboxRequest.Kind.CONFIRMATION, "");
    }

    /**
     * Keeps that a declaration is to be withdrawn, then sends all that waits.
     *
     * @param reason as the receiver spells it
     */
    public void withdraw(UUID id, HandedOver declaration, String reason) {
        ask(id, declaration, OutboxRequest.Kind.WITHDRAWAL, WithdrawalJson.write(reason));
    }

    private void ask(UUID id, HandedOver declaration, OutboxRequest.Kind kind, String body) {
        change(() -> tray.ask(id, declaration.latest(), kind, body));
        deliver();
    }

    /** Sends all that waits, and asks how it stands with what was handed over. */
    public void deliver() {
        work(() -> {
            var inTheWay = OutboxDelivery.run(tray, post);
            return inTheWay.isPresent() || tray.items().isEmpty() ? inTheWay : askHowItStands();
        });
    }

    private Optional<Problem> askHowItStands() throws InterruptedException {
        try {
            var told = register.standings();
            threads.window().execute(() -> standings = told);
            return Optional.empty();
        } catch (PscException e) {
            return Optional.of(e.problem());
        }
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
