package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.Transport;

/** How a card answers whole commands; {@link Transport} knows how their bytes come and go. */
public interface CommandHandler {
    Response answer(Command command);

    /** Powers the card on: selection, presented codes and the security environment are lost. */
    void powerOn();
}
