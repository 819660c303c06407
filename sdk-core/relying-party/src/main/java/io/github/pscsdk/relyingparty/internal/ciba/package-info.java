/**
 * Waits for the professional's answer by polling: CIBA Core 1.0, section 10.1, poll mode. Timer and endpoint come in
 * through one-method seams, so tests take no real time.
 *
 * <p>A waiting login is an object and an entry in the timer, not a thread.
 */
package io.github.pscsdk.relyingparty.internal.ciba;
