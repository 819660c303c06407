package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Latencies;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Report;

/** How long a session outlives the card. */
public final class CardRemovalLock implements Measure {
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
        if (effort == Effort.FULL && Desk.hasPcscd()) {
            try (var desk = Desk.ofPcscd()) {
                take(desk, "pcscd", 40, report);
            }
        }
    }

    private static void take(Desk desk, String where, int number, Report report) throws Exception {
        desk.insert();
        var sinceEvent = new Latencies(number);
        var sincePull = new Latencies(number);
        try (var session = new FollowedCard()) {
            for (var i = 0; i < number; i++) {
                var event = BareWait.event(desk.terminals());
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
}
