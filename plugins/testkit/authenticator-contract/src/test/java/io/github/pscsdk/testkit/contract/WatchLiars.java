package io.github.pscsdk.testkit.contract;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Break promises about the watch on the device. */
final class WatchLiars {
    private WatchLiars() {}

    /** Follows its device, and says so only when something changes. */
    public static class Mute extends CardAuthenticator {
        @Override
        void follow(Consumer<Boolean> presence) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    /** Takes the card that is there for another one. */
    public static class Blind extends CardAuthenticator {
        @Override
        void follow(Consumer<Boolean> presence) throws InterruptedException {
            presence.accept(false);
            Thread.currentThread().join();
        }
    }

    /** Follows its device for a while beyond the end of the session. */
    public static class Loyal extends CardAuthenticator {
        @Override
        void follow(Consumer<Boolean> presence) throws InterruptedException {
            try {
                super.follow(presence);
            } catch (InterruptedException e) {
                var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
                throw e;
            }
        }
    }

    /** Ends its watch as if the device could still be told. */
    public static class Polite extends CardAuthenticator {
        @Override
        void follow(Consumer<Boolean> presence) {
            try {
                super.follow(presence);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
