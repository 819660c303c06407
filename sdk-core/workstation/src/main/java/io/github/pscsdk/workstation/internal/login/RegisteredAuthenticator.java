package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.spi.Authenticator;
import java.util.concurrent.atomic.AtomicBoolean;

/** One authenticator, which works for one attempt at a time: a second one fails instead of queueing behind a PIN dialog. */
public final class RegisteredAuthenticator {
    private final Authenticator authenticator;
    private final AuthenticatorDescriptor descriptor;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Asks the authenticator for its descriptor, once. */
    public RegisteredAuthenticator(Authenticator authenticator) {
        this.authenticator = authenticator;
        this.descriptor = authenticator.descriptor();
    }

    public Authenticator authenticator() {
        return authenticator;
    }

    public AuthenticatorDescriptor descriptor() {
        return descriptor;
    }

    /** Reserves it for an attempt; false where another attempt has it. */
    boolean acquire() {
        return busy.compareAndSet(false, true);
    }

    void release() {
        busy.set(false);
    }
}
