/**
 * The HTTP side: routes, errors, cookie, the web server. The only user of Javalin and of Jetty's server.
 *
 * <p>Handlers run on the server's threads and give them back at once: whatever waits, be it for a professional, for Pro
 * Santé Connect, for a backend or for the rest of a body, is a future.
 */
package io.github.pscsdk.proxy.internal.http;
