/**
 * The tokens of a session after the login: PSC's are refreshed (RFC 6749, section 6), so that the session lives on at PSC, and its access
 * token is exchanged for tokens of target APIs at their own authorization servers (RFC 8693).
 *
 * <p>Asynchronous; any thread. The refreshes and exchanges of one session run one after the other, those of different sessions do not wait
 * for each other.
 */
package io.github.pscsdk.relyingparty.internal.token;
