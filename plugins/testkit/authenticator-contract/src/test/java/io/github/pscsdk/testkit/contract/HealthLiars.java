package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.spi.AuthenticationContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Break promises about the health check and the availability. */
final class HealthLiars {
    private HealthLiars() {}

    /** Breaks its promise until its first login, so that no other promise is broken with it. */
    abstract static class Unused extends CardAuthenticator {
        private volatile boolean used;

        boolean isUnused() {
            return !used;
        }

        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            used = true;
            return super.holder(context);
        }
    }

    /** Takes four seconds for a health check. */
    public static class Thorough extends Unused {
        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            if (isUnused()) {
                TimeUnit.SECONDS.sleep(4);
            }
            return super.diagnose();
        }
    }

    /** Has no list where all is well. */
    public static class Listless extends Unused {
        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            var found = super.diagnose();
            return isUnused() && found.isEmpty() ? null : found;
        }
    }

    /** Ends its health check in time, but not for an interrupt. */
    public static class Deaf extends Unused {
        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
            while (isUnused() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                Thread.interrupted();
            }
            return super.diagnose();
        }
    }

    /** Keeps the reader that it has examined. */
    public static class Grasping extends CardAuthenticator {
        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            try {
                device().open();
            } catch (PscException inUse) {
                return List.of(Diagnostic.of(CardProblem.READER_BROKEN, Severity.WARNING));
            }
            return super.diagnose();
        }
    }

    /** Looks for its device when it is asked for its availability. */
    public static class Searching extends Unused {
        @Override
        public Optional<Problem> obstacle() {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1300);
            while (isUnused() && System.nanoTime() < end && !Thread.interrupted()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            return super.obstacle();
        }
    }

    /** Knows no answer without a card. */
    public static class Speechless extends Unused {
        @Override
        public Optional<Problem> obstacle() {
            return isUnused()
                    ? device().card().map(card -> Optional.<Problem>empty()).orElseThrow()
                    : super.obstacle();
        }
    }

    /** Waits for a card under the lock of its health check. */
    public static class LockedCheck extends CardAuthenticator {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            lock.lockInterruptibly();
            try {
                return super.holder(context);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public List<Diagnostic> diagnose() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                return super.diagnose();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits for a card under the lock of its availability. */
    public static class LockedAnswer extends CardAuthenticator {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        NationalId holder(AuthenticationContext context) throws PscException, InterruptedException {
            lock.lockInterruptibly();
            try {
                return super.holder(context);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Optional<Problem> obstacle() {
            lock.lock();
            try {
                return super.obstacle();
            } finally {
                lock.unlock();
            }
        }
    }
}
