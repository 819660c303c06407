package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.outbox.OutboxItem;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of the outbox, as it concerns a declaration.
 *
 * @param item as the outbox keeps it
 * @param title what the person sees of it in a list
 * @param request what it asks of the receiver
 * @param draft what the form needs to show the declaration again
 * @param receipt the receiver's for it
 * @param remarks the receiver's
 */
public record DeclarationItem(
        OutboxItem item,
        String title,
        OutboxRequest request,
        String draft,
        Optional<Receipt> receipt,
        List<ReceiverFinding> remarks) {
    public DeclarationItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(receipt, "receipt");
        remarks = List.copyOf(remarks);
    }

    /** Its key at the receiver. */
    public UUID id() {
        return item.handOver().id();
    }

    /** How far it is. */
    public Phase phase() {
        return item.phase();
    }

    /** When it came to that phase. */
    public Instant since() {
        return item.since();
    }

    /** Hides what is declared. */
    @Override
    public String toString() {
        return "DeclarationItem[" + id() + ", " + phase() + "]";
    }
}
