/** Reads the cards in all readers, each once, and lets them go; and says what there is to find on them. */
package io.github.pscsdk.plugin.cps.internal.scan;
