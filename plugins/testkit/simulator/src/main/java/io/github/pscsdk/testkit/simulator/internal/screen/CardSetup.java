package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.internal.device.PendingCardRequests;
import java.util.Objects;
import java.util.Optional;

/**
 * What the page of CPS-Gestion works with.
 *
 * @param requests the requests that wait for a card
 * @param hasReader true for cards in a reader, false for pretended ones
 * @param hand the card that can be put in and pulled out
 */
public record CardSetup(PendingCardRequests requests, boolean hasReader, Optional<CardInHand> hand) {
    public CardSetup {
        Objects.requireNonNull(requests, "requests");
        Objects.requireNonNull(hand, "hand");
    }
}
