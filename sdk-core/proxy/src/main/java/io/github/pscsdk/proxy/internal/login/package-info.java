/**
 * Logins and sessions: one relying party for each registered client id, the logins that wait, what a session may reach.
 *
 * <p>No thread waits for Pro Santé Connect: what follows its answers runs on the threads of the relying party, and is quick. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.login;
