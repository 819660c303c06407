/**
 * The way to the backends: which path may be asked for, the connections, and one exchange over them.
 *
 * <p>The only user of Jetty's client. Asynchronous: no thread waits for a backend. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.send;
