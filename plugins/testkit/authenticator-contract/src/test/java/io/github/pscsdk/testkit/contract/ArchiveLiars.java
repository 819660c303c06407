package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import io.github.pscsdk.spi.AuthenticatorServices;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Break promises that a host sees once it has loaded the archive. */
final class ArchiveLiars {
    private ArchiveLiars() {}

    /** Takes it that there is a card. */
    public static class Presuming extends CardAuthenticator {
        @Override
        public List<Diagnostic> diagnose() {
            var length = device().card().orElseThrow().value().length();
            return List.of(Diagnostic.of(CardProblem.NO_CARD, Severity.INFO).with("length", String.valueOf(length)));
        }
    }

    /** Does not hear an interrupt for a while. */
    public static class Deaf extends CardAuthenticator {
        @Override
        NationalId holder(AuthenticationContext context) throws InterruptedException {
            pause(3000);
            throw new InterruptedException("at last");
        }
    }

    /** Starts a thread that outlives it. */
    public static class Forgetful extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            var thread = new Thread(() -> pause(5000), "forgotten");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Leaves something with the JVM. */
    public static class Hooked extends CardAuthenticator {
        @Override
        public void start(AuthenticatorServices services) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> pause(0)));
        }
    }

    private static void pause(long millis) {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
