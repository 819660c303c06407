/**
 * The promises of every {@link io.github.pscsdk.sessionstore.SessionStore} and {@link
 * io.github.pscsdk.tracestore.TraceStore}, as tests: the author of a store inherits {@link
 * io.github.pscsdk.sessionstore.testkit.SessionStoreContract} and {@link
 * io.github.pscsdk.sessionstore.testkit.TraceStoreContract}, and gives each of them two nodes over the same real
 * server.
 */
@NullMarked
package io.github.pscsdk.sessionstore.testkit;

import org.jspecify.annotations.NullMarked;
