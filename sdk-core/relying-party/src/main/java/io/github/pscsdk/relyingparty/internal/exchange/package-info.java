/**
 * Tokens for target APIs: PSC's access token is exchanged at the API's own authorization server (RFC 8693).
 *
 * <p>Asynchronous; any thread. The flows of one session take turns, those of different sessions do not wait for each
 * other.
 */
package io.github.pscsdk.relyingparty.internal.exchange;
