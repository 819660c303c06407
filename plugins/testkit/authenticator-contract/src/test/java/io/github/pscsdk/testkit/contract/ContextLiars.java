package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Grant;
import java.util.Optional;
import java.util.function.Consumer;

/** Break promises about the context. */
final class ContextLiars {
    private static final NationalId SOMEBODY = new NationalId("899999100037");

    private ContextLiars() {}

    /** Looks from a thread of its own whether another way follows. */
    public static class Concurrent extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            new Thread(context::isLastWay).start();
            return super.ask(holder, context);
        }
    }

    /** Goes on to use the context of the first login. */
    public static class Stale extends CardAuthenticator {
        private Optional<AuthenticationContext> first = Optional.empty();

        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            first.ifPresent(AuthenticationContext::isLastWay);
            first = first.or(() -> Optional.of(context));
            return super.holder(context);
        }
    }

    /** Reads the clock of the login as long as the session lasts. */
    public static class Late extends CardAuthenticator {
        private Optional<AuthenticationContext> last = Optional.empty();

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            last = Optional.of(context);
            return super.ask(holder, context);
        }

        @Override
        void follow(Consumer<Boolean> presence) throws InterruptedException {
            last.orElseThrow().clock();
            super.follow(presence);
        }
    }

    /** Says on the screen each byte that it reads from the card. */
    public static class Talkative extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            for (var read = 0; read <= 1_000; read++) {
                context.progress(BilingualLine.of("Lecture de la carte", "Reading the card"));
            }
            return super.holder(context);
        }
    }

    /** Knows three environments, and none that an operator has configured. */
    public static class Local extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            if (context.environment() == Environment.CUSTOM) {
                throw new IllegalStateException("which one?");
            }
            return super.ask(holder, context);
        }
    }

    /** Takes the way in that it likes best, whatever the request chooses. */
    public static class Stubborn extends CardAuthenticator {
        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            var anyWay = AuthenticationRequest.ofAnybody();
            return super.authenticate(
                    request.nationalId().map(anyWay::withNationalId).orElse(anyWay), context);
        }
    }

    /** Always rings the same phone. */
    public static class Obsessed extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            // The next person's card is one that it can read.
            return holder.equals(AuthenticatorUnderTest.FICTITIOUS_PHARMACIST)
                    ? context.backchannel(BackchannelRequest.onMobile(SOMEBODY))
                    : super.ask(holder, context);
        }
    }

    /** Expects somebody of its own choice from the browser. */
    public static class Expectant extends CardAuthenticator {
        @Override
        Grant askInBrowser(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            return context.browser(SOMEBODY);
        }
    }

    /** Takes whom the request names for the holder. */
    public static class Credulous extends CardAuthenticator {
        @Override
        void tellHolder(NationalId holder, AuthenticationRequest request, AuthenticationContext context) {
            context.holder(request.nationalId().orElse(holder));
        }
    }
}
