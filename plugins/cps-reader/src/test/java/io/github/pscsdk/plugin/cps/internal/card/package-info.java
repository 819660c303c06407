/** The card as bytes: every status word and every trap has a test. */
package io.github.pscsdk.plugin.cps.internal.card;
