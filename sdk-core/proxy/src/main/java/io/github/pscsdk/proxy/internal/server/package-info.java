/** The addresses of the service, and who answers there: {@link io.github.pscsdk.proxy.internal.server.WebServer}. */
package io.github.pscsdk.proxy.internal.server;
