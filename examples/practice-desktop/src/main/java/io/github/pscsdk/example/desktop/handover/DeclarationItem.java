package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.outbox.OutboxItem;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item of the outbox, as it concerns a declaration.
 *
 * @param item as the outbox keeps it
 * @param receipt the receiver's for it
 * @param remarks the receiver's
 */
public record DeclarationItem(
        OutboxItem item, OutboxRequest request, Optional<Receipt> receipt, List<Finding> remarks) {
    public Declaration content() {
        return request.content();
    }

    public Phase phase() {
        return item.phase();
    }

    /** The start of its phase. */
    public Instant since() {
        return item.since();
    }

    boolean is(Phase reached, OutboxRequest.Kind kind) {
        return phase() == reached && request.kind() == kind;
    }

    /** Whether the form can take it up: a draft, or a declaration that was rejected. */
    public boolean mayOpen() {
        return phase() != Phase.WAITING && request.kind().isDeclaration();
    }
}
