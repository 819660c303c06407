/**
 * Where the server half keeps what must outlive a call: {@link io.github.pscsdk.sessionstore.SessionStore} for
 * sessions, what has to be done later and the like. In this process by default; a store that several nodes share is
 * encrypted with a {@link io.github.pscsdk.sessionstore.KeyRing}.
 *
 * <p>Whoever writes a store runs the contract of {@code psc-sdk-session-store-testkit} over it.
 */
@NullMarked
package io.github.pscsdk.sessionstore;

import org.jspecify.annotations.NullMarked;
