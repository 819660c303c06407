/**
 * The inside of the virtual cards: transport, files, codes, keys and the commands of each generation, written from the
 * facts of published sources (cps-card.md). Knows no reader: bytes in, bytes out. Facts that no source publishes are
 * invented, and a comment says so at each place.
 *
 * <p>One card is for one thread at a time.
 */
package io.github.pscsdk.testkit.card.internal.chip;
