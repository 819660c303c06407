package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.spi.Grant;
import org.junit.jupiter.api.Test;

/** An authenticator that keeps the contract passes it; each one that breaks it in one point does not. */
class AuthenticatorContractTest implements AuthenticatorContract {
    /** Keeps every promise. */
    public static class Honest implements Authenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return AuthenticatorDescriptor.of("honest", WayIn.BACKCHANNEL, "Honnête", "Honest")
                    .needingNationalId();
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            var id = request.nationalId()
                    .orElseThrow(() -> new PscException(LoginProblem.NATIONAL_ID_MISSING, "nobody was named"));
            return context.backchannel(BackchannelRequest.onMobile(id));
        }
    }

    @Override
    public Authenticator authenticator() {
        return new Honest();
    }

    private static void assertCaught(Authenticator liar, Promise promise) {
        assertThrows(AssertionError.class, () -> promise.check(() -> liar));
    }

    @FunctionalInterface
    private interface Promise {
        void check(AuthenticatorContract contract) throws Exception;
    }

    @Test
    void catches_a_grant_of_ones_own() {
        assertCaught(
                new Honest() {
                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                            throws PscException, InterruptedException {
                        super.authenticate(request, context);
                        return new Grant() {};
                    }
                },
                AuthenticatorContract::returns_exactly_the_grant_of_the_context);
    }

    @Test
    void catches_a_second_question() {
        assertCaught(
                new Honest() {
                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                            throws PscException, InterruptedException {
                        super.authenticate(request, context);
                        return context.browser();
                    }
                },
                AuthenticatorContract::returns_exactly_the_grant_of_the_context);
    }

    @Test
    void catches_a_failure_that_is_wrapped() {
        assertCaught(
                new Honest() {
                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                            throws PscException, InterruptedException {
                        try {
                            return super.authenticate(request, context);
                        } catch (PscException e) {
                            throw new PscException(LoginProblem.PSC_UNAVAILABLE, "wrapped", e);
                        }
                    }
                },
                AuthenticatorContract::passes_a_failure_on_without_wrapping_it);
    }

    @Test
    void catches_an_interruption_that_is_swallowed() {
        assertCaught(
                new Honest() {
                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                            throws PscException {
                        try {
                            return super.authenticate(request, context);
                        } catch (InterruptedException e) {
                            throw new PscException(LoginProblem.REFUSED, "swallowed", e);
                        }
                    }
                },
                AuthenticatorContract::stops_when_interrupted_while_the_professional_is_silent);
    }

    @Test
    void catches_a_question_about_nobody() {
        assertCaught(
                new Honest() {
                    @Override
                    public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                            throws PscException, InterruptedException {
                        return context.browser();
                    }
                },
                AuthenticatorContract::asks_nobody_where_the_identifier_that_it_needs_is_missing);
    }

    @Test
    void catches_a_class_that_the_engine_cannot_make() {
        assertCaught(new Honest() {}, AuthenticatorContract::can_be_made_by_the_engine);
    }
}
