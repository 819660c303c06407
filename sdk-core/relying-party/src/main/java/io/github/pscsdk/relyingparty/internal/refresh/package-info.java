/**
 * PSC's tokens of a session made anew (RFC 6749, section 6), so that the session lives on at PSC: when the host asks, or
 * when a token exchange needs an access token that still serves.
 *
 * <p>Asynchronous; any thread. The refreshes and exchanges of one session take turns, those of different sessions do not
 * wait for each other.
 */
package io.github.pscsdk.relyingparty.internal.refresh;
