/**
 * The only place that waits: one timer for the whole relying party, behind a seam that lets tests take no real time.
 *
 * <p>Tasks run on the timer's daemon thread, one after the other: they start work and return.
 */
package io.github.pscsdk.relyingparty.internal.time;
