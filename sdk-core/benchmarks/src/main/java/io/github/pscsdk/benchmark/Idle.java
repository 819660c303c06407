package io.github.pscsdk.benchmark;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An authenticator with a name, which stands in its archive. */
public final class Idle implements Authenticator {
    static final String NAME = "idle-name.txt";

    private final AuthenticatorDescriptor descriptor;

    public Idle() {
        try (var name = Idle.class.getResourceAsStream("/" + NAME)) {
            var id = new String(name.readAllBytes(), StandardCharsets.US_ASCII);
            descriptor = AuthenticatorDescriptor.of(id, WayIn.BROWSER, "Fictif", "Fictitious");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
