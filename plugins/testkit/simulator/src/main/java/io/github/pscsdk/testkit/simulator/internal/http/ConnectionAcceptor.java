package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.time.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Starts the work on a connection, late if a dial says so. The operating system accepts the connection at once; what is late
 * is the TLS handshake and the reading of the request. No thread is held meanwhile.
 *
 * @param workers run the work
 * @param dial the delay
 * @param timer waits meanwhile
 */
record ConnectionAcceptor(Executor workers, Dials dials, Dial<Duration> dial, Scheduler timer) implements Executor {
    @Override
    public void execute(Runnable exchange) {
        // The JDK's server hands an exchange over before it has read a byte of it.
        dials.value(dial)
                .ifPresentOrElse(
                        wait -> timer.after(wait, () -> workers.execute(exchange)), () -> workers.execute(exchange));
    }
}
