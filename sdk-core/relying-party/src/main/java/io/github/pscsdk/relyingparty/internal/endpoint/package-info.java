/**
 * PSC's endpoints as functions: typed requests in, typed answers out, errors translated into the problems of the
 * contract. Decides on the error code, not on the HTTP status.
 *
 * <p>Asynchronous and stateless; any thread.
 */
package io.github.pscsdk.relyingparty.internal.endpoint;
