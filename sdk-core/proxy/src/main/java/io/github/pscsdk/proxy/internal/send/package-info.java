/**
 * The way to the backends: which path may be asked for, and the request itself.
 *
 * <p>The only user of java.net.http. Asynchronous: no thread waits for a backend. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.send;
