package io.github.pscsdk.testkit.card;

import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A card with a fault. */
record FaultyCard(SmartCard card, Predicate<byte[]> strikes, BiFunction<SmartCard, byte[], byte[]> fault)
        implements SmartCard {
    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) {
        return strikes.test(command) ? fault.apply(card, command) : card.transmit(command);
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }
}
