package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.spi.Grant;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Authenticators that each break one promise. */
final class Liars {
    private Liars() {}

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

    /** Waits for a card for ever. */
    public static class Patient extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws InterruptedException {
            while (device().card().isEmpty() && context.clock().instant().isBefore(Instant.MAX)) {
                device().waitABit();
            }
            return device().card().get();
        }
    }

    /** Looks once, and gives up. */
    public static class Hasty extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws PscException {
            return device().card().orElseThrow(() -> new PscException(LoginProblem.NO_ANSWER_IN_TIME, "no card"));
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

    /** Always rings the same phone. */
    public static class Obsessed extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            return context.backchannel(BackchannelRequest.onMobile(new NationalId("899999100037")));
        }
    }

    /** Expects somebody of its own choice from the browser. */
    public static class Expectant extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            return context.browser(new NationalId("899999100037"));
        }
    }

    /** Starts a thread and forgets it. */
    public static class Forgetful extends CardAuthenticator {
        private static final CountDownLatch NEVER = new CountDownLatch(1);

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            new Thread(Forgetful::waitForNothing).start();
            return super.ask(holder, context);
        }

        private static void waitForNothing() {
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes down whom it asks for. */
    public static class Talkative extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            LoggerFactory.getLogger(Talkative.class).trace("asking for {}", holder.value());
            return super.ask(holder, context);
        }
    }

    /** Follows its device, and says so only when something changes. */
    public static class Mute extends CardAuthenticator {
        @Override
        void follow(DevicePresence presence) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** Takes the card that is there for another one. */
    public static class Blind extends CardAuthenticator {
        @Override
        void follow(DevicePresence presence) throws InterruptedException {
            presence.absent();
            new CountDownLatch(1).await();
        }
    }

    /** Follows its device beyond the end of the session. */
    public static class Loyal extends CardAuthenticator {
        @Override
        void follow(DevicePresence presence) {
            while (true) {
                try {
                    super.follow(presence);
                } catch (InterruptedException e) {
                    // The driver again.
                }
            }
        }
    }

    /** Ends its watch as if the device could still be told. */
    public static class Polite extends CardAuthenticator {
        @Override
        void follow(DevicePresence presence) {
            try {
                super.follow(presence);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks for whom the request names, whoever's card it is; no liar, for the contract allows it. */
    public static class Obedient extends CardAuthenticator {
        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            var holder = holder(context);
            return ask(request.nationalId().orElse(holder), context);
        }
    }
}
