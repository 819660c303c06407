package io.github.pscsdk.pluginhost;

import java.util.Optional;

/**
 * Counts who uses one version of a plug-in: logins, and watches over devices. Once it is retired nobody begins any more, and whoever leaves
 * last ends it. Safe for any thread.
 */
public final class UseCount {
    private int users;
    private Optional<Runnable> ending = Optional.empty();
    private boolean retired;

    /** Begins to use it; {@link #leave} once for each success. False where it is retired. */
    public synchronized boolean enter() {
        if (!retired) {
            users++;
        }
        return !retired;
    }

    /** Goes on to use what somebody uses who has not left yet, also where it is retired. */
    public synchronized void enterAgain() {
        users++;
    }

    /** Uses it no more. */
    public void leave() {
        Optional<Runnable> last;
        synchronized (this) {
            users--;
            last = users == 0 ? ending : Optional.empty();
        }
        last.ifPresent(Runnable::run);
    }

    /**
     * Lets nobody begin any more.
     *
     * @param whenUnused run once: now, or by whoever leaves last
     */
    void retire(Runnable whenUnused) {
        synchronized (this) {
            retired = true;
            if (users > 0) {
                ending = Optional.of(whenUnused);
                return;
            }
        }
        whenUnused.run();
    }
}
