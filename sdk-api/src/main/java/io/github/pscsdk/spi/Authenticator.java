package io.github.pscsdk.spi;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who is logging in, and lets Pro Santé Connect ask that person.
 *
 * <p>Needs a public constructor without parameters that touches no device. The engine keeps one instance, runs one
 * attempt at a time on it, and sets the thread's context class loader to the plug-in's around every call. Its life: the
 * constructor, {@link #descriptor}, {@link #start} once, everything else in any order, {@link #close} once.
 */
public interface Authenticator {

    /** The description of the authenticator. Constant; must return at once. Called before {@link #start}. */
    AuthenticatorDescriptor descriptor();

    /**
     * Receives what the host offers. Must return at once and touch no device: what is missing is told by
     * {@link #obstacle} and {@link #diagnose}. An authenticator that throws here is not used. Not called if a setting
     * has a value out of its bounds: the authenticator is not used then, and the health check says which setting it is.
     */
    default void start(AuthenticatorServices services) {}

    /**
     * The obstacle that keeps a login from beginning now, such as a missing device. Quick, on any thread: hosts ask
     * before they show their ways in.
     */
    default Optional<Problem> obstacle() {
        return Optional.empty();
    }

    /**
     * Examines device, driver and configuration without a login. Must end within 3 s and may be called at any time.
     *
     * @return an empty list if all is well
     * @throws InterruptedException if interrupted, within a second
     */
    default List<Diagnostic> diagnose() throws InterruptedException {
        return List.of();
    }

    /**
     * Finds out the person and asks the server half, by exactly one of the context's ways in.
     *
     * @return the grant that {@code context} gave; any other one is refused
     * @throws PscException with a problem of the plug-in, or one that the context threw
     * @throws InterruptedException if interrupted, within a second
     */
    Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException;

    /**
     * Gives up what it holds, such as threads and connections. Called once, when no login and no watch runs any more,
     * before the plug-in is unloaded; also if {@link #start} failed or was not called. Must return soon.
     */
    default void close() {}
}
