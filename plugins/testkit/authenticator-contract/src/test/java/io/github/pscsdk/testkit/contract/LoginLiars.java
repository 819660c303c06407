package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Grant;
import java.util.Optional;

/** Break promises about one login. */
final class LoginLiars {
    private LoginLiars() {}

    /** Has a grant of its own. */
    public static class Forger extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            super.ask(holder, context);
            return new Grant() {};
        }
    }

    /** Tries once more after a refusal. */
    public static class Insistent extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (PscException e) {
                return super.ask(holder, context);
            }
        }
    }

    /** Takes every refusal for an outage. */
    public static class Interpreter extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (PscException e) {
                throw new PscException(LoginProblem.PSC_UNAVAILABLE, "wrapped", e);
            }
        }
    }

    /** Says that it needs an identifier, and does without. */
    public static class Anonymous extends CardAuthenticator {
        @Override
        public AuthenticatorDescriptor descriptor() {
            return super.descriptor().needingNationalId();
        }
    }

    /** Keeps the card while the code is typed. */
    public static class Greedy extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            device().open();
            try {
                return super.ask(holder, context);
            } finally {
                device().release();
            }
        }
    }

    /** Counts on an answer. */
    public static class Demanding extends CardAuthenticator {
        @Override
        Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
            return Optional.of(super.code(context).orElseThrow());
        }
    }
}
