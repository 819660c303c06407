package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Latencies;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.smartcardio.CardTerminals;

/** How long a session outlives the card. */
public final class CardRemovalLock implements Measure {
    private static final int PATIENCE_MILLIS = 20_000;

    @Override
    public String name() {
        return "card-removal";
    }

    @Override
    public String subject() {
        return "from a card pulled out to the session locked, beside a bare wait for the same change";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var desk = Desk.ofVirtualReaders()) {
            take(desk, "in memory", effort.of(100, 2), report);
        }
        if (Desk.hasPcscd()) {
            try (var desk = Desk.ofPcscd()) {
                take(desk, "pcscd", effort.of(40, 2), report);
            }
        }
    }

    private static void take(Desk desk, String where, int number, Report report) throws Exception {
        desk.insert();
        var sinceEvent = new Latencies(number);
        var sincePull = new Latencies(number);
        try (var session = new FollowedCard()) {
            for (var i = 0; i < number; i++) {
                var event = nextChange(desk.terminals());
                var pulled = System.nanoTime();
                desk.hand().remove();
                var locked = session.await(false);
                // Whichever of the two hears of the change first.
                sinceEvent.put(i, Math.max(0, locked - event.get()));
                sincePull.put(i, locked - pulled);
                desk.insert();
                session.await(true);
            }
        }
        sinceEvent.reportTo(report, where + ", locked after the event");
        sincePull.reportTo(report, where + ", locked after the pull");
    }

    /** When a program that does nothing else hears of the next change. It listens when this returns. */
    private static FutureTask<Long> nextChange(CardTerminals terminals) throws Exception {
        terminals.waitForChange(1);
        var listens = new CountDownLatch(1);
        var event = new FutureTask<>(() -> {
            listens.countDown();
            terminals.waitForChange(PATIENCE_MILLIS);
            return System.nanoTime();
        });
        var thread = new Thread(event, "benchmark-watch");
        thread.setDaemon(true);
        thread.start();
        listens.await();
        return event;
    }
}
