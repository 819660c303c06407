package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.card.internal.chip.ForeignChip;

/** A card that is no CPS. */
record ForeignCard(byte[] atr) implements SmartCard {
    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public byte[] transmit(byte[] command) {
        return ForeignChip.answer(command);
    }

    @Override
    public void reset() {
        // It remembers nothing.
    }
}
