package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The drafts and hand-overs of one professional. Every method may throw {@link DesktopProblem#OUTBOX_UNUSABLE}. */
public final class ProfessionalOutbox {
    private final ItemRows rows;
    private final String owner;
    private final List<String> formerOwners;
    private final Clock clock;

    /** @param formerOwners whose items are this owner's from now on */
    ProfessionalOutbox(ItemRows rows, String owner, List<String> formerOwners, Clock clock) {
        this.rows = rows;
        this.owner = owner;
        this.formerOwners = formerOwners;
        this.clock = clock;
    }

    /** All of them, the oldest first. */
    public List<OutboxItem> items() throws PscException {
        for (var former : formerOwners) {
            for (var item : rows.all(former)) {
                rows.put(owner, item);
            }
        }
        return rows.all(owner);
    }

    /** What no result has settled, the oldest first. */
    public List<OutboxItem> waiting() throws PscException {
        return items().stream()
                .filter(item -> item.phase() == ItemPhase.WAITING)
                .toList();
    }

    /**
     * Keeps a draft, the first time or again.
     *
     * @param id the draft's; drawn by the caller. One that is no draft any more is left as it is
     * @param request what it is to be handed over for
     */
    public void keepDraft(UUID id, String title, OutboxRequest request, String draft) throws PscException {
        var before = rows.find(owner, id);
        if (before.isEmpty() || before.get().phase() == ItemPhase.DRAFT) {
            rows.put(owner, OutboxItem.draft(id, now(), title, request, draft));
        }
    }

    /**
     * Makes a draft a hand-over, which waits from now on. Nothing is sent yet; once this returns, it will be, whatever
     * happens to the program. Done again with the same content, it changes nothing: the first time may have been told as a failure
     * of the disk that came after it.
     *
     * @throws IllegalArgumentException if there is no such draft
     */
    public void handOver(UUID id, String body) throws PscException {
        var before = rows.find(owner, id);
        if (before.filter(item -> item.phase() != ItemPhase.DRAFT && item.body().equals(body))
                .isPresent()) {
            return;
        }
        var draft = before.filter(item -> item.phase() == ItemPhase.DRAFT)
                .orElseThrow(() -> new IllegalArgumentException("no such draft"));
        rows.put(owner, draft.waiting(body, now()));
    }

    /**
     * Keeps a request about a declaration that the receiver has; it waits from now on, as a hand-over does.
     *
     * @param id drawn by the caller. One that is there already is left as it is
     * @param about the item by which the declaration, or its last version, was handed over
     * @param kind what for
     */
    public void ask(UUID id, OutboxItem about, OutboxRequest.Kind kind, String body) throws PscException {
        if (rows.find(owner, id).isEmpty()) {
            var request = OutboxRequest.upon(about.receipt().orElseThrow(), kind);
            rows.put(
                    owner,
                    OutboxItem.draft(id, now(), about.title(), request, about.draft())
                            .waiting(body, now()));
        }
    }

    /** Throws a draft away, or what the list need not show any more; a hand-over that waits stays. */
    public void discard(UUID id) throws PscException {
        var item = rows.find(owner, id);
        if (item.isPresent() && item.get().phase() != ItemPhase.WAITING) {
            rows.remove(owner, id);
        }
    }

    /** Writes down what became of a hand-over. */
    void settle(OutboxItem item, DeliveryResult result) throws PscException {
        if (result instanceof DeliveryResult.Received received) {
            rows.put(owner, item.received(received.receipt(), received.remarks(), now()));
        } else if (result instanceof DeliveryResult.Rejected rejected) {
            rows.put(owner, item.rejected(rejected.problem().code(), rejected.remarks(), now()));
        }
    }

    /** Writes down what it waits for. */
    void holdUp(OutboxItem item, String problem) throws PscException {
        rows.put(owner, item.heldUp(problem));
    }

    // Microseconds, as every system's clock gives them: what is read back is equal.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
