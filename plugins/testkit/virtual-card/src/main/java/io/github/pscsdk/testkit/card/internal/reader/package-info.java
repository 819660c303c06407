/**
 * Readers that exist in this JVM alone, behind {@code javax.smartcardio}. What the JDK's own PC/SC provider does on Linux was
 * observed (pcsc-on-linux, section 5); this does the same, exceptions and their causes included. One service holds readers; one
 * terminal factory is one connection to it, dead after the service was restarted.
 *
 * <p>Safe for any thread, as far as a card and its channel are with PC/SC: they belong to one.
 */
package io.github.pscsdk.testkit.card.internal.reader;
