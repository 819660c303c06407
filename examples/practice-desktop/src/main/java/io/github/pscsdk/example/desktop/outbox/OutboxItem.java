package io.github.pscsdk.example.desktop.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One draft, hand-over, or other request. In every phase its id stays, and is the idempotency key under which it is sent: an item
 * is sent with one content only.
 *
 * @param id drawn when the item was made
 * @param phase how far it is
 * @param since when it came to that phase
 * @param title what the person sees of it in a list
 * @param request what it asks of the receiver
 * @param draft what the form needs to show the declaration again
 * @param body what is sent; empty while it is a draft, and where the request says all
 * @param problem code of what keeps it from being settled, or why it was refused
 * @param receipt the receiver's for it
 * @param remarks the receiver's
 */
public record OutboxItem(
        UUID id,
        ItemPhase phase,
        Instant since,
        String title,
        OutboxRequest request,
        String draft,
        String body,
        Optional<String> problem,
        Optional<Receipt> receipt,
        List<ReceiverFinding> remarks) {
    public OutboxItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(receipt, "receipt");
        remarks = List.copyOf(remarks);
    }

    static OutboxItem draft(UUID id, Instant since, String title, OutboxRequest request, String draft) {
        return new OutboxItem(
                id, ItemPhase.DRAFT, since, title, request, draft, "", Optional.empty(), Optional.empty(), List.of());
    }

    OutboxItem waiting(String content, Instant now) {
        return with(ItemPhase.WAITING, now, content, Optional.empty(), List.of());
    }

    OutboxItem heldUp(String code) {
        return with(phase, since, body, Optional.of(code), remarks);
    }

    OutboxItem rejected(String code, List<ReceiverFinding> reasons, Instant now) {
        return with(ItemPhase.REJECTED, now, body, Optional.of(code), reasons);
    }

    OutboxItem received(Receipt given, List<ReceiverFinding> comments, Instant now) {
        return new OutboxItem(
                id,
                ItemPhase.RECEIVED,
                now,
                title,
                request,
                draft,
                body,
                Optional.empty(),
                Optional.of(given),
                comments);
    }

    private OutboxItem with(
            ItemPhase next, Instant at, String content, Optional<String> code, List<ReceiverFinding> all) {
        return new OutboxItem(id, next, at, title, request, draft, content, code, receipt, all);
    }

    /** Hides what is declared. */
    @Override
    public String toString() {
        return "OutboxItem[" + id + ", " + phase + "]";
    }
}
