package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.commandline.internal.LowerCase;

/** The slots that vpcd has. */
public enum CardSlot {
    /** Port 35963. */
    FIRST,
    /** Port 35964. */
    SECOND;

    /** As a word. */
    static final class Words extends LowerCase<CardSlot> {
        Words() {
            super(CardSlot.values());
        }
    }
}
