/**
 * The inside of the virtual cards: transport, files, codes, keys and commands of each generation, from published facts
 * (cps-card.md); invented ones are marked. Bytes in, bytes out, for one thread at a time.
 */
package io.github.pscsdk.testkit.card.internal.chip;
