package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.HostServices;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one host and of the authenticators in it, in a group of their own, apart from those of other tests.
 */
final class ContractThreads implements AutoCloseable {
    /** How long a thread may still take once its authenticator is closed. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(2);

    private static final long GLANCE_MILLIS = 5;

    /**
     * The threads of the engine's timer and workers, and of the JDK's HTTP client, which has no {@code close} in Java
     * 17.
     */
    private static final List<String> NOT_OF_PLUGINS = List.of("psc-timer", "psc-worker", "HttpClient-");

    private final ThreadGroup group = new ThreadGroup("authenticator-contract");
    private final EngineThreads engine;

    ContractThreads() throws Exception {
        // A thread's group is that of the thread which makes it.
        engine = call(AuthenticatorUnderTest.PATIENCE, () -> new EngineThreads(Clock.systemUTC()));
    }

    /** The services of a host with these threads, as engines have them: nothing is set, and there is no store. */
    HostServices services() {
        return new HostServices(Optional.empty(), Optional.empty(), Locale.ENGLISH, engine, NetworkSettings.ofSystem());
    }

    /** Does the work on a thread of the group; fails if it does not end in time, and throws what it throws. */
    <T> T call(Duration limit, Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        var thread = new Thread(group, task, "contract-call");
        thread.setDaemon(true);
        thread.start();
        try {
            var result = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            thread.join(LAST_STEPS.toMillis());
            return result;
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionError("it does not end within " + limit, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    List<Thread> running() {
        var all = new Thread[group.activeCount() + 16];
        var count = group.enumerate(all);
        return Arrays.stream(all, 0, count)
                .filter(Thread::isAlive)
                .filter(thread -> NOT_OF_PLUGINS.stream().noneMatch(thread.getName()::startsWith))
                .toList();
    }

    /** The threads that do not end although the host has, daemons or not. */
    List<Thread> left() throws InterruptedException {
        engine.close();
        var end = System.nanoTime() + LAST_STEPS.toNanos();
        var left = running();
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.get(0).join(GLANCE_MILLIS);
            left = running();
        }
        return left;
    }

    @Override
    public void close() {
        engine.close();
    }
}
