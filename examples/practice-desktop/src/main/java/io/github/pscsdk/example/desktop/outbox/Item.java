package io.github.pscsdk.example.desktop.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One draft, hand-over, or other errand. Whatever becomes of it, its id stays, and is the idempotency key under which it is sent: an item
 * is sent with one content only.
 *
 * @param id drawn when the item was made
 * @param phase how far it is
 * @param since when it came to that phase
 * @param title what the person sees of it in a list
 * @param errand what it asks of the receiver
 * @param draft what the form needs to show the declaration again
 * @param body what is sent; empty while it is a draft, and where the errand says all
 * @param problem code of what keeps it from being settled, or why it was refused
 * @param receipt the receiver's for it
 * @param remarks the receiver's
 */
public record Item(
        UUID id,
        Phase phase,
        Instant since,
        String title,
        OutboxRequest errand,
        String draft,
        String body,
        Optional<String> problem,
        Optional<Receipt> receipt,
        List<ReceiverFinding> remarks) {
    /** Checks and copies. */
    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(errand, "errand");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(receipt, "receipt");
        remarks = List.copyOf(remarks);
    }

    static Item draft(UUID id, Instant since, String title, OutboxRequest errand, String draft) {
        return new Item(
                id, Phase.DRAFT, since, title, errand, draft, "", Optional.empty(), Optional.empty(), List.of());
    }

    Item waiting(String content, Instant now) {
        return with(Phase.WAITING, now, content, Optional.empty(), List.of());
    }

    Item heldUp(String code) {
        return with(phase, since, body, Optional.of(code), remarks);
    }

    Item rejected(String code, List<ReceiverFinding> reasons, Instant now) {
        return with(Phase.REJECTED, now, body, Optional.of(code), reasons);
    }

    Item received(Receipt given, List<ReceiverFinding> comments, Instant now) {
        return new Item(
                id, Phase.RECEIVED, now, title, errand, draft, body, Optional.empty(), Optional.of(given), comments);
    }

    private Item with(Phase next, Instant at, String content, Optional<String> code, List<ReceiverFinding> all) {
        return new Item(id, next, at, title, errand, draft, content, code, receipt, all);
    }

    /** Nothing of what is declared. */
    @Override
    public String toString() {
        return "Item[" + id + ", " + phase + "]";
    }
}
