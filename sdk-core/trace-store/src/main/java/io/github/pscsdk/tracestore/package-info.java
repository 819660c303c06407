/**
 * Where an operator keeps traces of what was done: {@link io.github.pscsdk.tracestore.TraceStore}, in this process, or
 * in a database that several nodes share, encrypted with the {@link io.github.pscsdk.sessionstore.KeyRing} of the
 * sessions.
 *
 * <p>Whoever writes a store runs the contract of {@code psc-sdk-session-store-testkit} over it.
 */
@NullMarked
package io.github.pscsdk.tracestore;

import org.jspecify.annotations.NullMarked;
