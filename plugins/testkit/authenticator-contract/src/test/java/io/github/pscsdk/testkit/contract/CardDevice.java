package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A reader with one card or none, which one program at a time may hold. */
final class CardDevice {
    private static final long SLICE_MILLIS = 10;

    private final boolean broken;
    private Optional<NationalId> card;
    private boolean held;

    private CardDevice(Optional<NationalId> card, boolean broken) {
        this.card = card;
        this.broken = broken;
    }

    static CardDevice withCardOf(NationalId holder) {
        return new CardDevice(Optional.of(holder), false);
    }

    static CardDevice empty() {
        return new CardDevice(Optional.empty(), false);
    }

    static CardDevice broken() {
        return new CardDevice(Optional.empty(), true);
    }

    /** Puts another card in the place of the one that is there. */
    synchronized void insert(NationalId holder) {
        card = Optional.of(holder);
    }

    synchronized void open() throws PscException {
        if (broken) {
            throw new PscException(CardProblem.READER_BROKEN, "the reader does not answer");
        }
        if (held) {
            throw new PscException(LoginProblem.ATTEMPT_IN_PROGRESS, "somebody holds the card");
        }
        held = true;
    }

    synchronized void release() {
        held = false;
    }

    synchronized boolean isReleased() {
        return !held;
    }

    synchronized Optional<NationalId> card() {
        return card;
    }

    /** Waits for a card until the deadline. */
    NationalId awaitHolder(AuthenticationContext context) throws PscException, InterruptedException {
        while (card().isEmpty()) {
            if (!context.clock().instant().isBefore(context.deadline())) {
                throw new PscException(CardProblem.NO_CARD, "no card");
            }
            waitABit();
        }
        return card().get();
    }

    synchronized void waitABit() throws InterruptedException {
        TimeUnit.MILLISECONDS.timedWait(this, SLICE_MILLIS);
    }
}
