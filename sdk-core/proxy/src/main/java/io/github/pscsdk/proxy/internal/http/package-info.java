/**
 * The HTTP side: routes, errors, cookie, the web server. The only user of Javalin and Jetty.
 *
 * <p>Handlers run on the server's threads and give them back at once: whatever waits, be it for a professional, for Pro
 * Santé Connect or for a backend, is a future.
 */
package io.github.pscsdk.proxy.internal.http;
