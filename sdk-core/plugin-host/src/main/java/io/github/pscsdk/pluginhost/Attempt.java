package io.github.pscsdk.pluginhost;

import io.github.pscsdk.spi.AuthenticationContext;

/** One attempt to log in, as the engine lends it to a {@link GuardedAuthenticator}. */
public interface Attempt {

    /** Called once, first, on the thread on which the authenticator then runs: what the authenticator may call, on that thread only. */
    AuthenticationContext begin();

    /** Whether the authenticator is inside a call of its context, so that it waits for the host, or for the person. Called on any thread. */
    boolean isWithHost();

    /** Whether the host has cancelled the login while it was asked or told something, by an {@link InterruptedException} or an interrupt of that thread. Called on any thread. */
    boolean isCancelledByHost();
}
