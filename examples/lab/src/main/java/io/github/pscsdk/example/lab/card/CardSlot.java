package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.commandline.internal.LowerCase;
import io.github.pscsdk.testkit.card.VpcdSlot;
import java.util.function.Supplier;

/** The slots that vpcd has. */
enum CardSlot {
    /** Port 35963. */
    FIRST(VpcdSlot::first),
    /** Port 35964. */
    SECOND(VpcdSlot::second);

    private final Supplier<VpcdSlot> slot;

    CardSlot(Supplier<VpcdSlot> slot) {
        this.slot = slot;
    }

    VpcdSlot open() {
        return slot.get();
    }

    static final class Words extends LowerCase<CardSlot> {
        Words() {
            super(CardSlot.values());
        }
    }
}
