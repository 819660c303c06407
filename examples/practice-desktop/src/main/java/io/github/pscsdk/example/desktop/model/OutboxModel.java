package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.handover.ItemJson;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.example.desktop.model.ModelThreads.Work;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.ProfessionalOutbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The drafts and hand-overs of the person who is logged in. The background thread does the work, in order. */
public final class OutboxModel extends ObservableModel {
    private final ProfessionalOutbox outbox;
    private final SantefrReceiver receiver;
    private final ModelThreads threads;
    private List<DeclarationItem> oldestFirst = List.of();
    private Map<String, HandedOverDeclaration.Status> statuses = Map.of();
    private Optional<Problem> trouble = Optional.empty();
    private int atWork;

    /** Shows nothing until {@link #deliver()}. */
    public OutboxModel(ProfessionalOutbox outbox, SantefrReceiver receiver, ModelThreads threads) {
        this.outbox = outbox;
        this.receiver = receiver;
        this.threads = threads;
    }

    /** Drafts, and items that wait or were rejected, the newest first. */
    public List<DeclarationItem> items() {
        var items = new ArrayList<>(oldestFirst);
        items.removeIf(item -> item.phase() == Phase.RECEIVED);
        Collections.reverse(items);
        return items;
    }

    /** The declarations that the receiver has, the last handed over first. */
    public List<HandedOverDeclaration> handedOver() {
        return HandedOverDeclaration.of(oldestFirst, statuses);
    }

    public long waiting() {
        return oldestFirst.stream()
                .filter(item -> item.phase() == Phase.WAITING)
                .count();
    }

    public Optional<Problem> trouble() {
        return trouble;
    }

    /** Whether something is being kept or sent. */
    public boolean isBusy() {
        return atWork > 0;
    }

    /** Keeps a draft, and tells the window's thread: it is on the disk, or the problem why nothing was changed. */
    public void keepDraft(OutboxRequest request, Consumer<Optional<Problem>> listener) {
        work(() -> outbox.keepDraft(ItemJson.handOver(request, "")), listener);
    }

    /** Throws one away that does not wait. */
    public void discard(DeclarationItem item) {
        work(() -> outbox.discard(item.request().id()), problem -> {});
    }

    /** Keeps a hand-over, then sends all that waits. Once kept, it is sent some day, whatever happens. */
    public void handOver(OutboxRequest request, String body, Consumer<Optional<Problem>> listener) {
        keepThenDeliver(() -> outbox.handOver(List.of(ItemJson.handOver(request, body))), listener);
    }

    /**
     * Keeps the rows of a file: accepted ones as hand-overs, which are sent, those to correct as drafts. A row has its
     * id from its content, so one that is there already, from an import before, stays as it is.
     */
    public void takeOver(List<ImportedRow> rows, Consumer<Optional<Problem>> listener) {
        keepThenDeliver(() -> takeOver(rows), listener);
    }

    private void takeOver(List<ImportedRow> rows) throws PscException {
        var accepted = new ArrayList<HandOver>();
        for (var row : rows) {
            var item = ItemJson.importedRow(row);
            if (item.isEmpty() || outbox.find(item.get().id()).isPresent()) {
                continue;
            }
            if (row.isToCorrect()) {
                outbox.keepDraft(item.get());
            } else {
                accepted.add(item.get());
            }
        }
        outbox.handOver(accepted);
    }

    private void keepThenDeliver(Work keeping, Consumer<Optional<Problem>> listener) {
        work(keeping, problem -> {
            listener.accept(problem);
            // A problem is to be read: it stays until something is kept or sent.
            if (problem.isEmpty()) {
                deliver();
            }
        });
    }

    public void confirm(HandedOverDeclaration declaration) {
        handOver(declaration.request(Kind.CONFIRMATION), "", problem -> {});
    }

    public void withdraw(HandedOverDeclaration declaration, WithdrawalReason reason) {
        handOver(declaration.request(Kind.WITHDRAWAL), ItemJson.withdrawal(reason), problem -> {});
    }

    /** Sends what waits and is due, and reads the status of what was handed over: a session that is idle goes on. */
    public void deliver() {
        deliver(false);
    }

    /** Sends all that waits, as a person asks for it. */
    public void deliverAll() {
        deliver(true);
    }

    private void deliver(boolean all) {
        work(
                () -> {
                    var inTheWay = all ? outbox.deliverAll(receiver) : outbox.deliver(receiver);
                    if (inTheWay.isPresent()) {
                        throw new PscException(inTheWay.get(), "something waits");
                    }
                    var told = receiver.statuses();
                    threads.window().execute(() -> statuses = told);
                },
                problem -> {});
    }

    private void work(Work work, Consumer<Optional<Problem>> listener) {
        atWork++;
        changed();
        threads.background().execute(() -> {
            var done = ModelThreads.outcome(work);
            var read = new ArrayList<DeclarationItem>();
            var unread = ModelThreads.outcome(() -> outbox.forEach(item -> read.add(ItemJson.read(item))));
            threads.window().execute(() -> {
                atWork--;
                trouble = done.or(() -> unread);
                oldestFirst = unread.isPresent() ? oldestFirst : List.copyOf(read);
                changed();
                listener.accept(done);
            });
        });
    }
}
