package io.github.pscsdk.benchmark.plugin;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;

/** An authenticator with a name. */
public abstract class Idle implements Authenticator {
    private final AuthenticatorDescriptor descriptor;

    Idle(String id) {
        descriptor = AuthenticatorDescriptor.of(id, WayIn.BROWSER, "Fictif", "Fictitious");
    }

    @Override
    public AuthenticatorDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
            throws PscException, InterruptedException {
        return context.browser();
    }

    /** In the first archive. */
    public static final class First extends Idle {
        public First() {
            super("first");
        }
    }

    /** In the second one. */
    public static final class Second extends Idle {
        public Second() {
            super("second");
        }
    }

    /** In the third one. */
    public static final class Third extends Idle {
        public Third() {
            super("third");
        }
    }
}
