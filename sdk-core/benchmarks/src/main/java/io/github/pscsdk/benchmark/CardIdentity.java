package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Cost;
import io.github.pscsdk.benchmark.harness.PairedCosts;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.testkit.contract.TestContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import javax.smartcardio.CommandAPDU;

/** The time from a card in the reader to its holder's identity, beside a bare loop of the same commands. */
final class CardIdentity {
    private static final AuthenticationRequest REQUEST = AuthenticationRequest.ofAnybody();

    private final CpsAuthenticator authenticator = new CpsAuthenticator();
    private final Run run;

    private CardIdentity(Run run) {
        this.run = run;
    }

    static void take(Run run) throws Exception {
        var measure = new CardIdentity(run);
        try (var desk = Desk.ofVirtualReaders()) {
            measure.inMemory(desk, run.of(500, 3));
        }
        if (run.isFull() && Desk.hasPcscd()) {
            try (var desk = Desk.ofPcscd()) {
                measure.throughPcscd(desk);
            }
        }
    }

    private void inMemory(Desk desk, int number) throws Exception {
        var commands = commands(desk, "in memory");
        var pairs = PairedCosts.take(number, number, this::login, () -> Cost.millis(() -> desk.send(commands)));
        run.pairs("in memory", "plug-in", "bare loop", pairs, "ms");
    }

    private void throughPcscd(Desk desk) throws Exception {
        var commands = commands(desk, "pcscd");
        var pairs = PairedCosts.take(5, 40, () -> afterEvent(desk), () -> afterEvent(desk, commands));
        run.pairs("pcscd", "plug-in", "bare loop", pairs, "ms");
    }

    private List<CommandAPDU> commands(Desk desk, String where) throws Exception {
        desk.insert();
        login();
        run.add(where + ", exchanges", desk.exchanges(), "");
        return desk.commands();
    }

    /** With the card in its reader: a login as far as the plug-in is concerned, as the server half answers at once. */
    private double login() throws Exception {
        return Cost.millis(() -> authenticator.authenticate(REQUEST, TestContext.answering()));
    }

    /** From the event that a card is there until the server half is asked about its holder. */
    private double afterEvent(Desk desk) throws Exception {
        desk.remove();
        var asked = new CompletableFuture<Long>();
        var context = TestContext.answering().whenAsked(() -> asked.complete(System.nanoTime()));
        var login = new FutureTask<>(() -> authenticator.authenticate(REQUEST, context));
        new Thread(login, "benchmark-login").start();
        var event = desk.afterChange(System::nanoTime);
        desk.insert();
        login.get();
        return (asked.get() - event.get()) / 1e6;
    }

    /** From the same event until the last command is answered. */
    private static double afterEvent(Desk desk, List<CommandAPDU> commands) throws Exception {
        desk.remove();
        var cost = desk.afterChange(() -> Cost.millis(() -> desk.send(commands)));
        desk.insert();
        return cost.get();
    }
}
