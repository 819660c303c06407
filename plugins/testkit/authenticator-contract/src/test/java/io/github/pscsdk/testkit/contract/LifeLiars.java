package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticatorServices;
import io.github.pscsdk.spi.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Break promises about the start and the end. */
final class LifeLiars {
    private LifeLiars() {}

    /** Counts on a store. */
    public static class Keeper extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            try {
                services.state().orElseThrow().delete("counter");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Looks for its device when it is started. */
    public static class Slow extends CardAuthenticator {
        private boolean placed;

        @Override
        CardAuthenticator at(CardDevice other) {
            placed = true;
            return super.at(other);
        }

        @Override
        public void start(AuthenticatorServices services) {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
            while (!placed && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    /** Counts on having been started before it is closed. */
    public static class Unstarted extends CardAuthenticator {
        private boolean started;

        @Override
        public void start(AuthenticatorServices services) {
            started = true;
        }

        @Override
        public void close() {
            if (!started) {
                throw new IllegalStateException("never started");
            }
        }
    }

    /** Waits for an end that comes once when it is closed once more. */
    public static class Twice extends CardAuthenticator {
        private boolean closed;

        @Override
        public void close() {
            if (closed) {
                waitForNothing();
            }
            closed = true;
        }
    }

    /** Starts a thread and forgets it; it would keep no application alive. */
    public static class Forgetful extends CardAuthenticator {
        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            var thread = new Thread(LifeLiars::waitForNothing, "forgotten");
            thread.setDaemon(true);
            thread.start();
            return super.ask(holder, context);
        }
    }

    /** Speaks French and English, and is of no use in a software in another language. */
    public static class Bilingual extends CardAuthenticator {
        private Locale locale = Locale.ENGLISH;

        @Override
        public void start(AuthenticatorServices services) {
            locale = services.locale();
        }

        @Override
        Grant ask(NationalId holder, AuthenticationContext context) throws PscException, InterruptedException {
            if (!Set.of("fr", "en").contains(locale.getLanguage())) {
                throw new IllegalStateException("no texts");
            }
            return super.ask(holder, context);
        }
    }

    /** Tells the library of its device something by a system property. */
    public static class Global extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            System.setProperty("card.started", Long.toString(System.nanoTime()));
        }
    }

    private static void waitForNothing() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
