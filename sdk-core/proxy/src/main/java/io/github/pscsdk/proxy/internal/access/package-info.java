/**
 * Who is calling: the application token issued by the vendor, and the address behind trusted reverse proxies.
 *
 * <p>Knows no HTTP library. Immutable, so safe for any thread.
 */
package io.github.pscsdk.proxy.internal.access;
