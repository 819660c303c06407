package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.spi.Authenticator;
import java.util.concurrent.atomic.AtomicBoolean;

/** One authenticator and its one place for an attempt: a second one fails instead of queueing behind a PIN dialog. */
public final class Station {
    private final Authenticator authenticator;
    private final AuthenticatorDescriptor descriptor;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Asks the authenticator for its descriptor, once. */
    public Station(Authenticator authenticator) {
        this.authenticator = authenticator;
        this.descriptor = authenticator.descriptor();
    }

    /** The authenticator itself. */
    public Authenticator authenticator() {
        return authenticator;
    }

    /** Its constant facts. */
    public AuthenticatorDescriptor descriptor() {
        return descriptor;
    }

    /** Takes the place; false where it is taken. */
    boolean occupy() {
        return busy.compareAndSet(false, true);
    }

    void leave() {
        busy.set(false);
    }
}
