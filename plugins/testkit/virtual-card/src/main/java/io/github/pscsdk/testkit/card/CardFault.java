package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import java.time.Duration;
import java.util.Arrays;

/** A fault of one exchange. */
@FunctionalInterface
public interface CardFault {
    /**
     * Answers instead of the card.
     *
     * @param card the card, which answers without a fault
     * @throws CardWithdrawnException if the fault is a removal
     */
    byte[] answer(SmartCard card, byte[] command) throws CardWithdrawnException;

    /** The right answer, late. */
    static CardFault delay(Duration time, Sleeper sleeper) {
        return (card, command) -> {
            sleeper.sleep(time);
            return card.transmit(command);
        };
    }

    /** This status word and no data; the card does not receive the command. */
    static CardFault status(int word) {
        return (card, command) -> Hex.bytes("%04X".formatted(word));
    }

    /** The first bytes of the right answer, as if it ended there. */
    static CardFault truncated(int bytes) {
        return (card, command) -> {
            var response = card.transmit(command);
            return Arrays.copyOf(response, Math.min(bytes, response.length));
        };
    }

    /** The card is pulled out after that many bytes of the right answer. */
    static CardFault removal(int bytes) {
        return (card, command) -> {
            var response = card.transmit(command);
            throw new CardWithdrawnException(Arrays.copyOf(response, Math.min(bytes, response.length)));
        };
    }
}
