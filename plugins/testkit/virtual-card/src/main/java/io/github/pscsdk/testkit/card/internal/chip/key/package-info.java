/** The keys of a card, and what is signed with them. */
package io.github.pscsdk.testkit.card.internal.chip.key;
