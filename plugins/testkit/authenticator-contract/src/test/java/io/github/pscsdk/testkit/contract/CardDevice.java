package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A reader with one card or none, which one program at a time may hold. */
final class CardDevice {
    private static final long SLICE_MILLIS = 10;

    private final Optional<NationalId> card;
    private boolean held;

    private CardDevice(Optional<NationalId> card) {
        this.card = card;
    }

    static CardDevice withCardOf(NationalId holder) {
        return new CardDevice(Optional.of(holder));
    }

    static CardDevice empty() {
        return new CardDevice(Optional.empty());
    }

    synchronized void open() throws PscException {
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

    Optional<NationalId> card() {
        return card;
    }

    /** Waits for a card until the deadline. */
    NationalId awaitHolder(AuthenticationContext context) throws PscException, InterruptedException {
        while (card.isEmpty()) {
            if (!context.clock().instant().isBefore(context.deadline())) {
                throw new PscException(LoginProblem.NO_ANSWER_IN_TIME, "no card");
            }
            waitABit();
        }
        return card.get();
    }

    synchronized void waitABit() throws InterruptedException {
        TimeUnit.MILLISECONDS.timedWait(this, SLICE_MILLIS);
    }
}
