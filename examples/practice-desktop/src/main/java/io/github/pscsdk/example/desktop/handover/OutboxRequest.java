package io.github.pscsdk.example.desktop.handover;

import java.util.Optional;

/** A request to the receiver, upon the receipt of the declaration that it is about unless that is a new one. */
public record OutboxRequest(Kind kind, Optional<Receipt> upon) {
    public static final OutboxRequest HAND_OVER = new OutboxRequest(Kind.HAND_OVER, Optional.empty());

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

    public OutboxRequest {
        if (upon.isPresent() == (kind == Kind.HAND_OVER)) {
            throw new IllegalArgumentException("all but a hand-over are upon a receipt");
        }
    }

    /** Whether it is about the declaration of that number. */
    public boolean isAbout(String number) {
        return upon.filter(receipt -> receipt.number().equals(number)).isPresent();
    }
}
