/**
 * Callers, their addresses behind trusted reverse proxies, and their sessions: one relying party for each registered
 * client id.
 *
 * <p>Knows no HTTP library. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.session;
