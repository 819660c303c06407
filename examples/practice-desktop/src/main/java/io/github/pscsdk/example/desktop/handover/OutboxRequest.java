package io.github.pscsdk.example.desktop.handover;

import java.util.Optional;

/**
 * What an item asks of the receiver.
 *
 * @param kind what for
 * @param upon the receipt of the declaration that it is about; empty for a new one
 */
public record OutboxRequest(Kind kind, Optional<Receipt> upon) {
    /** To take a declaration that it does not have. */
    public static final OutboxRequest HAND_OVER = new OutboxRequest(Kind.HAND_OVER, Optional.empty());

    /** What an item is for. */
    public enum Kind {
        /** A new declaration. */
        HAND_OVER,
        /** A new version of one. */
        CORRECTION,
        /** The word that one is still valid. */
        CONFIRMATION,
        /** The end of one. */
        WITHDRAWAL;

        /** Whether what is sent is a declaration, as the form makes it. */
        public boolean isDeclaration() {
            return this == HAND_OVER || this == CORRECTION;
        }
    }

    public OutboxRequest {
        if (upon.isPresent() == (kind == Kind.HAND_OVER)) {
            throw new IllegalArgumentException("all but a hand-over are upon a receipt");
        }
    }

    /** About a declaration that the receiver has. */
    public static OutboxRequest upon(Receipt receipt, Kind kind) {
        return new OutboxRequest(kind, Optional.of(receipt));
    }

    /** Whether it is about the declaration of that number. */
    public boolean isAbout(String number) {
        return upon.filter(receipt -> receipt.number().equals(number)).isPresent();
    }
}
