package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import java.util.Arrays;
import java.util.Optional;

/**
 * The stand-in of CPS-Gestion, ANS's tool on the workstation, as the page {@code /cps-gestion} is for a person. With a
 * {@link SimulatorBuilder#cardReader} the code is presented to the card in it, which must sign a challenge; without one
 * every professional has a pretended card. Safe for any thread.
 */
public final class CpsGestion {
    private final PendingCardRequests requests;
    private final Optional<CardInHand> hand;

    /** The result of a code. */
    public enum Outcome {
        /** The login is approved. */
        APPROVED,
        /** Wrong; the login waits for another try. */
        WRONG_CODE,
        /** Not four digits; nothing was tried. */
        NOT_A_CODE,
        /** The card is blocked, perhaps just now; the login is refused. */
        BLOCKED,
        /** There is no card that can be used; the login waits. */
        NO_CARD,
        /** The card is another person's or is not trusted; nothing was tried, and the login is refused. */
        OTHER_CARD,
        /** No login waits for a card. */
        NOTHING_WAITS
    }

    /** Made by the simulator. */
    public CpsGestion(PendingCardRequests requests, Optional<CardInHand> hand) {
        this.requests = requests;
        this.hand = hand;
    }

    /**
     * The card that can be inserted and removed.
     *
     * @throws IllegalStateException without {@link SimulatorBuilder#cardInHand}
     */
    public CardInHand card() {
        return hand.orElseThrow(() -> new IllegalStateException("no card is at hand"));
    }

    /** Types the code porteur, overwritten with zeros, for the login that expires first. */
    public Outcome enterCode(char[] code) {
        try {
            return requests.pending().stream()
                    .findFirst()
                    .map(prompt -> switch (requests.enter(prompt, code)) {
                        case RIGHT -> Outcome.APPROVED;
                        case WRONG -> Outcome.WRONG_CODE;
                        case NOT_A_CODE -> Outcome.NOT_A_CODE;
                        case BLOCKED -> Outcome.BLOCKED;
                        case NO_CARD -> Outcome.NO_CARD;
                        case OTHER_CARD -> Outcome.OTHER_CARD;
                    })
                    .orElse(Outcome.NOTHING_WAITS);
        } finally {
            Arrays.fill(code, '0');
        }
    }

    /** Refuses every login that waits for a card. */
    public void refuse() {
        requests.pending().forEach(prompt -> prompt.refuse());
    }
}
