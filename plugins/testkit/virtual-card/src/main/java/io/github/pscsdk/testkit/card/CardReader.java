package io.github.pscsdk.testkit.card;

import javax.smartcardio.CardTerminal;

/**
 * The reader beside a workstation, for a program that asks for its code.
 *
 * @param terminal of {@link VirtualReaders} or of the real stack
 */
public record CardReader(CardTerminal terminal) {}
