package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Lets callers in, late if that is dialled. The kernel accepts a connection whatever we do; what waits is everything that we
 * would do with it: the TLS handshake, and reading the request. No thread waits meanwhile.
 *
 * @param workers do the rest
 * @param dial how late
 */
record ConnectionAcceptor(Executor workers, Dials dials, Dial<Duration> dial) implements Executor {
    @Override
    public void execute(Runnable exchange) {
        // The JDK's server hands an exchange over before it has read a byte of it.
        dials.value(dial)
                .map(wait -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, workers))
                .orElse(workers)
                .execute(exchange);
    }
}
