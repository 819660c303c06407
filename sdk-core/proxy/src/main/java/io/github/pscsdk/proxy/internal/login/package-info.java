/**
 * Logins and sessions: one relying party for each registered client id, the logins that wait, what a session may reach.
 *
 * <p>Calls that talk to Pro Santé Connect run on the workers given; a waiting login holds no thread. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.login;
