/**
 * Looks at the cards in the readers: which card it is, whose, and in what state. Reads each card once and lets it go.
 */
package io.github.pscsdk.plugin.cps.internal.scan;
