package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.testkit.card.SmartCard;
import java.util.concurrent.CountDownLatch;

/** Begins to think at each command, and answers when told or interrupted; never where {@code goOn} stays as it is. */
public record ThinkingCard(SmartCard card, CountDownLatch began, CountDownLatch goOn) implements SmartCard {
    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) {
        began.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return card.transmit(command);
    }

    @Override
    public void reset() {
        card.reset();
    }
}
