/**
 * Virtual CPS cards and their readers, for tests of software that reads cards.
 * {@link io.github.pscsdk.testkit.card.VirtualCard} is the card; {@link io.github.pscsdk.testkit.card.VirtualReaders}
 * puts it behind {@code javax.smartcardio} without leaving the JVM.
 *
 * <p><b>The text of an {@link io.github.pscsdk.testkit.card.ApduTrace}</b> is one line each, in capital hexadecimal
 * digits: {@code atr } and the answer to reset, once; {@code > } and a command, followed by {@code < } and its
 * response with the status word. Spaces between digits, empty lines and lines that begin with {@code #} do not count.
 * An {@code X} stands for a digit that was masked: every digit of a code, and of every answer that may tell a person
 * or a card from another. In a command that is replayed an {@code X} matches any digit; in its response it reads as
 * 0.
 */
package io.github.pscsdk.testkit.card;
