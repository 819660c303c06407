package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** Authenticators made of a lambda, and the builder with everything that every test needs. */
public final class Fakes {
    /** What {@link Authenticator#authenticate} does. */
    public interface Body {
        Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException;
    }

    private Fakes() {}

    public static Authenticator authenticator(String id, Body body) {
        return new Authenticator() {
            @Override
            public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of(id, WayIn.BACKCHANNEL, "Essai", "Test");
            }

            @Override
            public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                    throws PscException, InterruptedException {
                return body.authenticate(request, context);
            }
        };
    }

    /** Asks for the mock server half's professional, on the phone. */
    public static Authenticator phone(String id) {
        return authenticator(id, (request, context) -> context.backchannel(onPhone()));
    }

    /** Cannot be used here and now. */
    public static Authenticator failing(String id, Problem problem) {
        return authenticator(id, (request, context) -> {
            throw new PscException(problem, "a test");
        });
    }

    public static BackchannelRequest onPhone() {
        return BackchannelRequest.onMobile(new NationalId(MockServerHalf.NATIONAL_ID));
    }

    /** Goes on waiting when interrupted, as a careless plug-in would. */
    static void awaitCarelessly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // Careless.
            }
        }
    }

    public static PscClientBuilder builder(MockServerHalf server) {
        return builder(server.address());
    }

    static PscClientBuilder builder(URI serverHalf) {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(serverHalf))
                .clientId("editeur-demo")
                .applicationToken(MockServerHalf.APPLICATION_TOKEN);
    }
}
