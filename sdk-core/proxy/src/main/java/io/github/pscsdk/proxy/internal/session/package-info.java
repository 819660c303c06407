/**
 * Who is calling, from which address behind trusted reverse proxies, and in which session: one relying party for each registered client id.
 *
 * <p>Knows no HTTP library. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.session;
