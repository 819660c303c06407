package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.BilingualLine;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Break promises about the constructor and the descriptor. */
final class DescriptionLiars {
    private DescriptionLiars() {}

    /** Is not public: the engine cannot make it. */
    static class Hidden extends CardAuthenticator {
        /** As the engine would make it. */
        public Hidden() {}
    }

    /** Has another name once it is started. */
    public static class Renamed extends CardAuthenticator {
        private boolean started;

        @Override
        public void start(AuthenticatorServices services) {
            started = true;
        }

        @Override
        public AuthenticatorDescriptor descriptor() {
            return started
                    ? AuthenticatorDescriptor.of("card", WayIn.BACKCHANNEL, "Carte prête", "Card, ready")
                    : super.descriptor();
        }
    }

    /** Looks for its device for a while when it is asked what it is. */
    public static class Slow extends CardAuthenticator {
        private boolean placed;

        @Override
        CardAuthenticator at(CardDevice other) {
            placed = true;
            return super.at(other);
        }

        @Override
        public AuthenticatorDescriptor descriptor() {
            if (!placed) {
                pause();
            }
            return super.descriptor();
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes its device as soon as it is started. */
    public static class Early extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            try {
                device().open();
            } catch (PscException e) {
                // It will try again.
            }
        }

        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            device().release();
            return super.diagnose();
        }

        @Override
        public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                throws PscException, InterruptedException {
            device().release();
            return super.authenticate(request, context);
        }
    }

    /** Has a thread from the first moment to the last. */
    public static class Busy extends CardAuthenticator {
        private final CountDownLatch end = new CountDownLatch(1);

        /** As the engine makes it. */
        public Busy() {
            var thread = new Thread(this::work, "busy");
            thread.setDaemon(true);
            thread.start();
        }

        private void work() {
            try {
                end.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            end.countDown();
        }
    }

    /** Says something else where numbers are written with other digits. */
    public static class Provincial extends CardAuthenticator {
        @Override
        Optional<char[]> code(AuthenticationContext context) throws PscException, InterruptedException {
            context.progress(BilingualLine.of(String.format("Carte %d", 1), String.format("Card %d", 1)));
            return super.code(context);
        }
    }
}
