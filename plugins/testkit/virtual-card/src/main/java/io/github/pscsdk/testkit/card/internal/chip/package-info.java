/** The inside of the virtual cards, from published facts (cps-card.md); invented ones are marked. For one thread. */
package io.github.pscsdk.testkit.card.internal.chip;
