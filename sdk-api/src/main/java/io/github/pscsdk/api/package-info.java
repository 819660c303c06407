/**
 * The API for practice software on a workstation: the client, a login request, the session, the
 * result of the health check.
 *
 * <p>Depends on {@code diagnostic} and the JDK only. Values are immutable and safe for any thread; the interfaces are
 * implemented by the engine alone, so a minor version may add methods to them.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.api;

import org.jspecify.annotations.NullMarked;
