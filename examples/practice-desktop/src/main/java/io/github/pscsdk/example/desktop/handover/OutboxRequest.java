package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.example.declaration.Declaration;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to the receiver.
 *
 * @param upon the receipt of the declaration that it is about; empty in a hand-over, which is of a new one
 * @param content the declaration as it was typed, for the form to show again
 */
public record OutboxRequest(UUID id, Kind kind, Optional<Receipt> upon, Declaration content) {
    public enum Kind {
        HAND_OVER,
        CORRECTION,
        CONFIRMATION,
        WITHDRAWAL;

        /** Whether its body is a declaration. */
        public boolean isDeclaration() {
            return this == HAND_OVER || this == CORRECTION;
        }
    }

    public static OutboxRequest handOver(Declaration content) {
        return new OutboxRequest(UUID.randomUUID(), Kind.HAND_OVER, Optional.empty(), content);
    }

    public OutboxRequest with(Declaration typed) {
        return new OutboxRequest(id, kind, upon, typed);
    }

    /** The same as another entry of the outbox, where nothing is rewritten once it was handed over. */
    public OutboxRequest anew() {
        return new OutboxRequest(UUID.randomUUID(), kind, upon, content);
    }
}
