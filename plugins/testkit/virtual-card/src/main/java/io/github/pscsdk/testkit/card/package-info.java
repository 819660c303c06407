/**
 * Virtual CPS cards and their readers, for tests of software that reads cards.
 * {@link io.github.pscsdk.testkit.card.VirtualCard} is the card; {@link io.github.pscsdk.testkit.card.VirtualReaders}
 * puts it behind {@code javax.smartcardio} without leaving the JVM.
 */
package io.github.pscsdk.testkit.card;
