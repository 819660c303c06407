package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.DevicePresence;
import io.github.pscsdk.spi.DeviceWatch;
import io.github.pscsdk.testkit.contract.TestContext;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The card of a login that succeeded, followed by the plug-in. The engine locks a session within the report that it is gone. */
final class FollowedCard implements DevicePresence, AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    /** A report, and when it was made. */
    private record Seen(boolean isThere, long nanos) {}

    private final BlockingQueue<Seen> reports = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Logs in with the card, which is in its reader. */
    FollowedCard() throws Exception {
        var context = TestContext.answering();
        new CpsAuthenticator().authenticate(AuthenticationRequest.ofAnybody(), context);
        var watch = context.watch().orElseThrow();
        thread = new Thread(() -> follow(watch), "benchmark-session");
        thread.setDaemon(true);
        thread.start();
        await(true);
    }

    private void follow(DeviceWatch watch) {
        try {
            watch.follow(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void present() {
        reports.add(new Seen(true, System.nanoTime()));
    }

    @Override
    public void absent() {
        reports.add(new Seen(false, System.nanoTime()));
    }

    /** When the plug-in next said so. */
    long await(boolean isThere) throws InterruptedException, TimeoutException {
        while (true) {
            var seen = reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (seen == null) {
                throw new TimeoutException("the plug-in does not follow the card");
            }
            if (seen.isThere() == isThere) {
                return seen.nanos();
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
