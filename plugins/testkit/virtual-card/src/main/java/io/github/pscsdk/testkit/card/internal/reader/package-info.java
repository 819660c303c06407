/**
 * Readers in memory, behind {@code javax.smartcardio}. They behave as the JDK's PC/SC provider was observed to behave
 * on Linux (pcsc-on-linux, section 5), exceptions and their causes included. One service holds the readers. A
 * terminal factory is one connection to it, which does not work after a restart of the service.
 *
 * <p>Safe for any thread, except a card and its channel, which belong to one thread as with PC/SC.
 */
package io.github.pscsdk.testkit.card.internal.reader;
