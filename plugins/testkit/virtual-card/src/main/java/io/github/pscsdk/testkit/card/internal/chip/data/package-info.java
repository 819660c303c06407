/** What is on a card: files in their tree, and the forms of what is in them. */
package io.github.pscsdk.testkit.card.internal.chip.data;
