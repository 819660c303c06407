package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Grant;
import java.util.Optional;

/** Break promises about the next login. */
final class RepetitionLiars {
    private RepetitionLiars() {}

    /** Never lets go of the card after a failure. */
    public static class Clinging extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (PscException e) {
                device().open();
                throw e;
            }
        }
    }

    /** Is of no use any more once it was cancelled. */
    public static class Sulking extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (InterruptedException e) {
                device().open();
                throw e;
            }
        }
    }

    /** Remembers whose the card was. */
    public static class Remembering extends CardAuthenticator {
        private Optional<NationalId> first = Optional.empty();

        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            var now = super.holder(context);
            first = first.or(() -> Optional.of(now));
            return first.get();
        }
    }

    /** Holds its device when the host throws. */
    public static class Fragile extends CardAuthenticator {
        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            device().open();
            context.waitingForDevice();
            device().release();
            return super.authenticate(request, context);
        }
    }

    /** Has a counter that it forgets to set back. */
    public static class Tired extends CardAuthenticator {
        private int served;

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            served++;
            if (served > 10) {
                throw refusal("it was used too often");
            }
            return super.ask(holder, context);
        }
    }

    /** Serves nobody twice. */
    public static class Spent extends CardAuthenticator {
        private Optional<NationalId> served = Optional.empty();

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            if (served.equals(Optional.of(holder))) {
                throw refusal("it was used");
            }
            var grant = super.ask(holder, context);
            served = Optional.of(holder);
            return grant;
        }
    }
}
