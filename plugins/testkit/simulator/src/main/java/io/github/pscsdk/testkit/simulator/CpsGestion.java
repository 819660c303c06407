package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import java.util.Arrays;
import java.util.Optional;

/**
 * The stand-in of CPS-Gestion, ANS's tool on the workstation, as the page {@code /cps-gestion} is for a person. With
 * {@link SimulatorBuilder#cardInHand} the code is presented to the card in that reader, which must sign a challenge;
 * without it every professional has a pretended card. Safe for any thread.
 */
public final class CpsGestion {
    private final PendingCardRequests requests;
    private final Optional<CardInHand> hand;

    /** Made by the simulator. */
    CpsGestion(PendingCardRequests requests, Optional<CardInHand> hand) {
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

    /**
     * Types the code porteur, overwritten with zeros, for the login that expires first.
     *
     * @return {@code APPROVED}; {@code WRONG_CODE} or {@code NOT_A_CODE} if the login waits for another try; {@code
     *     NO_CARD} if it waits for a card that can be used; {@code BLOCKED}, perhaps just now, or {@code OTHER_CARD},
     *     another person's or one that is not trusted, if it is refused; {@code NOTHING_WAITS}
     */
    public String enterCode(char[] code) {
        try {
            return requests.pending().stream()
                    .findFirst()
                    .map(prompt -> requests.enter(prompt, code).name())
                    .orElse("NOTHING_WAITS");
        } finally {
            Arrays.fill(code, '0');
        }
    }

    /** Refuses every login that waits for a card. */
    public void refuse() {
        requests.pending().forEach(prompt -> prompt.refuse());
    }
}
