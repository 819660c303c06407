package io.github.pscsdk.workstation.internal.session;

import io.github.pscsdk.spi.DeviceWatch;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch over a device, on a worker thread. When stopped, it drops its reference to the plug-in's object. */
final class RunningWatch implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RunningWatch.class);

    private final long login;
    private final DevicePresenceRelay presence;
    private final Consumer<RunningWatch> afterwards;
    private Optional<DeviceWatch> device;
    private Optional<Thread> thread = Optional.empty();
    private boolean stopped;

    /**
     * @param login the number of the login, for the log
     * @param afterwards called when no code of the watch runs any more
     */
    RunningWatch(long login, DeviceWatch device, DevicePresenceRelay presence, Consumer<RunningWatch> afterwards) {
        this.login = login;
        this.device = Optional.of(device);
        this.presence = presence;
        this.afterwards = afterwards;
    }

    @Override
    public void run() {
        var followed = begin();
        try {
            if (followed.isPresent()) {
                followed.get().follow(presence);
                failed("returned");
            }
        } catch (Throwable thrown) {
            // Only its class: the plug-in's message may hold an identifier.
            failed("threw " + thrown.getClass().getName());
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

    private synchronized Optional<DeviceWatch> begin() {
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
