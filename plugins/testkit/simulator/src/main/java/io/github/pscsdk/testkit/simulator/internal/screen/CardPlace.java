package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import java.util.Objects;
import java.util.Optional;

/**
 * What there is beside the reader.
 *
 * @param desk the requests that wait for a card
 * @param hasReader whether cards are in a reader, and not pretended
 * @param hand the card that can be put in and pulled out
 */
public record CardPlace(PendingCardRequests desk, boolean hasReader, Optional<CardInHand> hand) {
    /** Checks. */
    public CardPlace {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(hand, "hand");
    }
}
