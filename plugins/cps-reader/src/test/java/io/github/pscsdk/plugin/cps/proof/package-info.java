/** Tests of the proof by the card's key, on a token of SoftHSM. */
package io.github.pscsdk.plugin.cps.proof;
