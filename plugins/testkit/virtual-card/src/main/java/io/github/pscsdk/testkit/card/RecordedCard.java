package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.chip.TraceMask;
import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import java.util.ArrayList;
import java.util.List;

/** Records, masked, the exchanges with a card. Safe for any thread if the card is. */
public final class RecordedCard implements SmartCard {
    private final SmartCard card;
    private final TraceMask mask = new TraceMask();
    private final List<Exchange> exchanges = new ArrayList<>();

    /** Records the exchanges with that card. */
    public RecordedCard(SmartCard card) {
        this.card = card;
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardWithdrawnException {
        try {
            var response = card.transmit(command);
            write(command, response);
            return response;
        } catch (CardWithdrawnException e) {
            write(command, new byte[0]);
            throw e;
        }
    }

    private synchronized void write(byte[] command, byte[] response) {
        exchanges.add(new Exchange(mask.command(command), mask.response(command, response)));
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    /** The exchanges so far. */
    public synchronized ApduTrace trace() {
        return new ApduTrace(Hex.text(atr()), exchanges);
    }
}
