package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.Grant;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Break promises about the end of a login. */
final class InterruptLiars {
    private InterruptLiars() {}

    /** Does not hear an interrupt while it waits for a card. */
    public static class Deaf extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws PscException {
            while (true) {
                try {
                    return super.holder(context);
                } catch (InterruptedException e) {
                    // As if the driver had woken up for no reason.
                }
            }
        }
    }

    /** Takes its time when it is interrupted while the professional is asked. */
    public static class Slow extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            try {
                return super.ask(holder, context);
            } catch (InterruptedException e) {
                var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
                throw e;
            }
        }
    }

    /** Takes an interrupt for a refusal. */
    public static class Swallowing extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException {
            try {
                return super.ask(holder, context);
            } catch (InterruptedException e) {
                throw refusal("swallowed");
            }
        }
    }

    /** Gives up when it has waited for a while, whatever the deadline. */
    public static class Hasty extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            device().open();
            device().release();
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(800);
            while (device().card().isEmpty() && System.nanoTime() < end) {
                device().waitABit();
            }
            return device().card().orElseThrow(() -> new PscException(CardProblem.NO_CARD, "no card"));
        }
    }

    /** No liar: waits for a card in calls that hear an interrupt, and leaves it to the engine to end them. */
    public static class Patient extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            device().open();
            device().release();
            while (device().card().isEmpty() && context.clock().instant().isBefore(Instant.MAX)) {
                device().waitABit();
            }
            return device().card().get();
        }
    }

    /** Gives up with something that no host can show. */
    public static class Rough extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws InterruptedException {
            try {
                return super.holder(context);
            } catch (PscException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
