package io.github.pscsdk.benchmark.card;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.benchmark.measure.Effort;
import io.github.pscsdk.benchmark.measure.Measure;
import io.github.pscsdk.benchmark.measure.Pairs;
import io.github.pscsdk.benchmark.measure.Report;
import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.testkit.TestContext;

/** What it takes to know whose card is in the reader. */
public final class CardIdentity implements Measure {
    private static final LoginRequest REQUEST = LoginRequest.using("cps");

    private final CpsAuthenticator authenticator = new CpsAuthenticator();

    @Override
    public String name() {
        return "card-identity";
    }

    @Override
    public String subject() {
        return "from a card in the reader to its holder's identity, beside a bare loop of the same commands";
    }

    @Override
    public void take(Effort effort, Report report) throws Exception {
        try (var desk = Desk.ofVirtualReaders()) {
            take(desk, "in memory", effort, report);
        }
        if (Desk.hasPcscd()) {
            try (var desk = Desk.ofPcscd()) {
                take(desk, "pcscd", effort, report);
            }
        }
    }

    private void take(Desk desk, String where, Effort effort, Report report) throws Exception {
        desk.insert();
        identify();
        var trace = desk.card().trace();
        var bare = BareReads.of(desk.hand().reader().terminal(), trace);
        var number = effort.of(500, 3);
        var pairs = Pairs.take(number, number, () -> wall(this::identify), () -> wall(bare::run));
        report.add(where + ", exchanges", trace.exchanges().size(), "");
        report.add(where + ", bare loop, p50", pairs.limit(), "ms");
        report.add(where + ", plug-in, p50", pairs.ours(), "ms");
        report.ratio(where + ", plug-in over bare loop", pairs.ratio());
    }

    /** A login as far as the plug-in is concerned: the identity is in hand when the server half is asked, which answers at once. */
    private void identify() throws Exception {
        authenticator.authenticate(REQUEST, TestContext.answering());
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double wall(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
