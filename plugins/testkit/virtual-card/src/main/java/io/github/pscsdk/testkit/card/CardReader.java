package io.github.pscsdk.testkit.card;

import javax.smartcardio.CardTerminal;

/**
 * The reader beside a workstation, for {@link CpsGestion} to use.
 *
 * @param terminal of {@link VirtualReaders} or of the real stack
 */
public record CardReader(CardTerminal terminal) {}
