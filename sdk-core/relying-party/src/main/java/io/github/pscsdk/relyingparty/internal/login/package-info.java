/**
 * The two ways in, from the request to the session: the browser login, and the back-channel login, which polls (CIBA
 * Core 1.0, section 10.1).
 *
 * <p>Asynchronous; any thread. A login that waits is an object and an entry in the timer, not a thread. Nothing is kept
 * of a login that fails, at whatever step.
 */
package io.github.pscsdk.relyingparty.internal.login;
