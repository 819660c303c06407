/**
 * The logins that wait, and the sessions that they open.
 *
 * <p>No thread waits for Pro Santé Connect: what follows its answers runs on the threads of the relying party, and is
 * quick. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.login;
