package io.github.pscsdk.spi;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;

/**
 * Finds out who is logging in, and lets Pro Santé Connect ask that person.
 *
 * <p>Needs a public constructor without parameters that touches no device. The engine makes one instance and keeps
 * it, runs one attempt at a time on it, and sets the thread's context class loader to the plug-in's around every
 * call.
 */
public interface Authenticator {

    /** The description of the authenticator. Constant; must return at once. */
    AuthenticatorDescriptor descriptor();

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
    Grant authenticate(LoginRequest request, AuthenticationContext context) throws PscException, InterruptedException;
}
