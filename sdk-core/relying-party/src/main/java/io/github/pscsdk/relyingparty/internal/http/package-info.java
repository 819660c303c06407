/**
 * HTTP and TLS, and the client authentication. The only user of OkHttp.
 *
 * <p>Calls are asynchronous: answers arrive on one of at most 48 daemon threads. Knows nothing of OpenID Connect.
 */
package io.github.pscsdk.relyingparty.internal.http;
