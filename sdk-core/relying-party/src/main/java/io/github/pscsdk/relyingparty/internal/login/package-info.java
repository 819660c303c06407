/**
 * The two ways in, from the request to the session: what design-level documents draw as one arrow after the other.
 *
 * <p>Asynchronous; any thread. Nothing is kept of a login that fails, at whatever step.
 */
package io.github.pscsdk.relyingparty.internal.login;
