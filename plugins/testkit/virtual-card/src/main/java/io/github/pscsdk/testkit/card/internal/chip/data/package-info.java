/** The files of a card in their tree, and the forms of their content. */
package io.github.pscsdk.testkit.card.internal.chip.data;
