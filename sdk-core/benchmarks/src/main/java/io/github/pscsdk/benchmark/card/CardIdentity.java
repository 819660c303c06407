package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.benchmark.measure.WallClock;
import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.testkit.contract.TestContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** What it takes to know whose card is in the reader. */
public final class CardIdentity implements Measure {
    private static final AuthenticationRequest REQUEST = AuthenticationRequest.ofAnybody();

    private final CpsAuthenticator authenticator = new CpsAuthenticator();

    @Override
    public String name() {
        return "card-identity";
    }

    @Override
    public String subject() {
        return "from the event that a card is there to its holder's identity, beside a bare loop of the same commands";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var desk = Desk.ofVirtualReaders()) {
            desk.insert();
            var bare = bareReads(desk, "in memory", report);
            var number = effort.of(500, 3);
            say("in memory", Pairs.take(number, number, this::login, () -> WallClock.millis(bare::run)), report);
        }
        if (effort == Effort.FULL && Desk.hasPcscd()) {
            try (var desk = Desk.ofPcscd()) {
                desk.insert();
                var bare = bareReads(desk, "pcscd", report);
                say("pcscd", Pairs.take(5, 40, () -> afterEvent(desk), () -> afterEvent(desk, bare)), report);
            }
        }
    }

    private BareReads bareReads(Desk desk, String where, Report report) throws Exception {
        login();
        var trace = desk.card().trace();
        report.add(where + ", exchanges", trace.exchanges().size(), "");
        return BareReads.of(desk.hand().reader().terminal(), trace);
    }

    private static void say(String where, Pairs pairs, Report report) {
        report.add(where + ", bare loop, p50", pairs.limit(), "ms");
        report.add(where + ", plug-in, p50", pairs.ours(), "ms");
        report.ratio(where + ", plug-in over bare loop", pairs.ratio());
    }

    /** With the card in its reader: a login as far as the plug-in is concerned, as the server half answers at once. */
    private double login() throws Exception {
        return WallClock.millis(() -> authenticator.authenticate(REQUEST, TestContext.answering()));
    }

    /** From the event that a card is there until the server half is asked about its holder. */
    private double afterEvent(Desk desk) throws Exception {
        desk.remove();
        var asked = new CompletableFuture<Long>();
        var context = TestContext.answering().whenAsked(() -> asked.complete(System.nanoTime()));
        var login = new FutureTask<>(() -> authenticator.authenticate(REQUEST, context));
        new Thread(login, "benchmark-login").start();
        var event = BareWait.event(desk.terminals());
        desk.insert();
        login.get();
        return (asked.get() - event.get()) / 1e6;
    }

    /** From the same event until the last command is answered. */
    private static double afterEvent(Desk desk, BareReads bare) throws Exception {
        desk.remove();
        var cost = BareWait.then(desk.terminals(), () -> WallClock.millis(bare::run));
        desk.insert();
        return cost.get();
    }
}
