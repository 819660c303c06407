package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import java.util.LinkedHashMap;
import java.util.Map;

/** A virtual card that a person puts in and pulls out. */
public record SimulatedCard(CardKind kind, NationalId holder, CardInHand hand) implements AutoCloseable {
    /**
     * Takes one for the real PC/SC stack in the hand.
     *
     * @throws PscException {@link LabProblem#VIRTUAL_READER_UNAVAILABLE}
     */
    public static SimulatedCard take(CardKind kind, NationalId holder, CardOptions.CardSlot slot) throws PscException {
        try {
            return new SimulatedCard(kind, holder, CardInHand.inVpcd(slot.ordinal(), kind.of(holder)));
        } catch (IllegalStateException e) {
            throw new PscException(LabProblem.VIRTUAL_READER_UNAVAILABLE, e.getMessage(), e);
        }
    }

    /** The data that one must know to play with it, its code porteur included: it is a fictitious one. */
    public Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("kind", kind.name());
        told.put("holder", holder.value());
        told.put("reader", hand.readerName());
        told.put("code", VirtualCard.CODE);
        return told;
    }

    @Override
    public String toString() {
        return "SimulatedCard[" + kind + "]";
    }

    @Override
    public void close() {
        hand.remove();
    }
}
