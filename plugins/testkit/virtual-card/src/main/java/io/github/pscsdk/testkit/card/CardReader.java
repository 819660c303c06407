package io.github.pscsdk.testkit.card;

import javax.smartcardio.CardTerminal;

/** The reader that the simulator's stand-in of CPS-Gestion uses, of {@link VirtualReaders} or of the real stack. */
public record CardReader(CardTerminal terminal) {}
