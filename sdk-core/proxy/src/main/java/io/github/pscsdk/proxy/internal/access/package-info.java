/**
 * Who is calling, and from which address behind trusted reverse proxies.
 *
 * <p>Knows no HTTP library. Immutable, so safe for any thread.
 */
package io.github.pscsdk.proxy.internal.access;
