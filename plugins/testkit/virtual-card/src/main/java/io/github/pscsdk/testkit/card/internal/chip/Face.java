package io.github.pscsdk.testkit.card.internal.chip;

/** How a card answers commands, without a thought for how the bytes travel. */
interface Face {
    /** Answers. */
    Response answer(Command command);

    /** Forgets what does not survive a power-off: selection, presented codes, the security environment. */
    void powerOn();
}
