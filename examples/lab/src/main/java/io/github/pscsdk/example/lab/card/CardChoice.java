package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.testkit.card.CardInHand;
import java.util.Objects;

/** A virtual card for the real PC/SC stack. */
public record CardChoice(CardKind kind, NationalId holder, CardOptions.CardSlot slot) {
    public CardChoice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(slot, "slot");
    }

    /**
     * Takes the card in the hand.
     *
     * @throws PscException {@link LabProblem#VIRTUAL_READER_UNAVAILABLE}
     */
    public SimulatedCard take() throws PscException {
        try {
            return new SimulatedCard(kind, holder, CardInHand.inVpcd(slot.ordinal(), kind.of(holder)));
        } catch (IllegalStateException e) {
            throw new PscException(LabProblem.VIRTUAL_READER_UNAVAILABLE, e.getMessage(), e);
        }
    }
}
