package io.github.pscsdk.testkit.card.internal.chip;

/** A set of commands that a card answers (a <i>face</i>), without the transport protocol. */
interface Face {
    /** Answers one command. */
    Response answer(Command command);

    /** Powers the card on: selection, presented codes and the security environment are lost. */
    void powerOn();
}
