/**
 * Bytes over HTTP and TLS, and how the client proves who it is. The only user of OkHttp.
 *
 * <p>Calls are asynchronous: answers arrive on one of at most eight daemon threads. Knows nothing of OpenID Connect.
 */
package io.github.pscsdk.relyingparty.internal.http;
