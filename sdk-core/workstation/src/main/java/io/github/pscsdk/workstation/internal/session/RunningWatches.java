package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.spi.DevicePresence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device watches that still run, so that closing the client can wait for their end before plug-ins are unloaded. */
final class RunningWatches {
    private static final Logger log = LoggerFactory.getLogger(RunningWatches.class);
    // Interrupted, a watch has a second; a busy machine gets one more.
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final EngineThreads threads;
    private final Set<RunningWatch> running = new HashSet<>();

    RunningWatches(EngineThreads threads) {
        this.threads = threads;
    }

    /** @param login the number of the login, for the log */
    synchronized RunningWatch start(long login, FollowedDevice device, WorkstationSession session) {
        var useCount = device.authenticator().useCount();
        var watching = new RunningWatch(login, device, session, ended -> {
            useCount.leave();
            leave(ended);
        });
        useCount.enterAgain();
        running.add(watching);
        threads.execute(watching);
        return watching;
    }

    private synchronized void leave(RunningWatch watching) {
        running.remove(watching);
        notifyAll();
    }

    /** Waits for those that were stopped, two seconds at most; an interrupt is kept for later. */
    synchronized void awaitEnd() {
        var end = System.nanoTime() + DRAIN_NANOS;
        var interrupted = false;
        while (!running.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (!running.isEmpty()) {
            log.warn("{} watches over devices do not end although they were interrupted", running.size());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One watch over a device, on a worker thread. When stopped, it drops its reference to the plug-in's object. */
    static final class RunningWatch implements Runnable {
        private final long login;
        private final ReportsToSession presence;
        private final Consumer<RunningWatch> afterwards;
        private Optional<FollowedDevice> device;
        private Optional<Thread> thread = Optional.empty();
        private boolean stopped;

        /** @param afterwards called when no code of the watch runs any more */
        private RunningWatch(
                long login, FollowedDevice device, WorkstationSession session, Consumer<RunningWatch> afterwards) {
            this.login = login;
            this.device = Optional.of(device);
            this.presence = new ReportsToSession(session);
            this.afterwards = afterwards;
        }

        @Override
        public void run() {
            var followed = begin();
            try {
                if (followed.isPresent()) {
                    failed(followed.get().authenticator().follow(followed.get().watch(), presence));
                }
            } catch (InterruptedException e) {
                // Stopped, or the plug-in interrupted itself.
                failed("was interrupted");
            } finally {
                if (endedByItself()) {
                    presence.lose();
                }
                afterwards.accept(this);
            }
        }

        /** Interrupts the worker; a watch that has not begun never will. */
        synchronized void stop() {
            stopped = true;
            device = Optional.empty();
            thread.ifPresent(Thread::interrupt);
        }

        private synchronized Optional<FollowedDevice> begin() {
            if (!stopped) {
                thread = Optional.of(Thread.currentThread());
            }
            return device;
        }

        /** From here on the worker is not interrupted any more: it goes on to other work. */
        private synchronized boolean endedByItself() {
            thread = Optional.empty();
            return !stopped;
        }

        private synchronized void failed(String how) {
            if (!stopped) {
                log.warn("login {}: its device is no longer followed, the watch {}", login, how);
            }
        }
    }

    /** Passes the reports of a watch on to its session, until the watch is lost. Has a lock of its own: the session may stop the watch meanwhile. */
    private static final class ReportsToSession implements DevicePresence {
        private final WorkstationSession session;
        private boolean lost;

        ReportsToSession(WorkstationSession session) {
            this.session = session;
        }

        @Override
        public synchronized void present() {
            if (!lost) {
                session.deviceCameBack();
            }
        }

        @Override
        public synchronized void absent() {
            session.deviceWent();
        }

        /** The watch failed: the device counts as gone, whatever the plug-in still reports. */
        synchronized void lose() {
            lost = true;
            session.deviceWent();
        }
    }
}
