package io.github.pscsdk.proxy.internal.login;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something later. The only thing of the logins that counts real time: a seam for tests. */
@FunctionalInterface
interface LoginTimer {
    /** Runs {@code task} once after {@code delay}, on any thread. */
    void after(Duration delay, Runnable task);

    static LoginTimer ofSystem() {
        return (delay, task) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }
}
