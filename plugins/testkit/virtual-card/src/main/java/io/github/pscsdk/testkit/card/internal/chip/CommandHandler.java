package io.github.pscsdk.testkit.card.internal.chip;

/** How a card answers whole commands; {@link Transport} knows how their bytes come and go. */
interface CommandHandler {
    Response answer(Command command);

    /** Forgets what does not survive a power-off: selection, presented codes, the security environment. */
    void powerOn();
}
