package io.github.pscsdk.example.desktop.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One draft or hand-over. Whatever becomes of it, its id stays, and is the idempotency key under which it is sent: an item
 * is sent with one content only.
 *
 * @param id drawn when the item was made
 * @param phase how far it is
 * @param since when it came to that phase
 * @param title what the person sees of it in a list
 * @param draft what the form needs to show it again
 * @param body what is sent; empty while it is a draft
 * @param problem code of what keeps it from being settled, or why it was refused
 * @param receipt the receiver's number for it
 * @param remarks the receiver's
 */
public record Item(
        UUID id,
        Phase phase,
        Instant since,
        String title,
        String draft,
        String body,
        Optional<String> problem,
        Optional<String> receipt,
        List<Remark> remarks) {
    /** Checks and copies. */
    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(receipt, "receipt");
        remarks = List.copyOf(remarks);
    }

    static Item draft(UUID id, Instant since, String title, String draft) {
        return new Item(id, Phase.DRAFT, since, title, draft, "", Optional.empty(), Optional.empty(), List.of());
    }

    Item waiting(String content, Instant now) {
        return new Item(id, Phase.WAITING, now, title, draft, content, Optional.empty(), Optional.empty(), List.of());
    }

    Item heldUp(String code) {
        return new Item(id, phase, since, title, draft, body, Optional.of(code), receipt, remarks);
    }

    Item rejected(String code, List<Remark> reasons, Instant now) {
        return new Item(id, Phase.REJECTED, now, title, draft, body, Optional.of(code), receipt, reasons);
    }

    Item received(String number, List<Remark> comments, Instant now) {
        return new Item(id, Phase.RECEIVED, now, title, draft, body, Optional.empty(), Optional.of(number), comments);
    }

    /** Nothing of what is declared. */
    @Override
    public String toString() {
        return "Item[" + id + ", " + phase + "]";
    }
}
