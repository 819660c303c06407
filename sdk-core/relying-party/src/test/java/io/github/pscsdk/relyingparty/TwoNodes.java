package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Two nodes of one client at a PSC that answers what a test wants, with a store that they share, each by a way of its own. */
final class TwoNodes implements AutoCloseable {
    /** Until another node goes on with the login of one that is gone: a lease, and a look each second. */
    static final Duration UNTIL_LEFT = Duration.ofSeconds(6);

    final HandMadePsc psc = new HandMadePsc();
    final TestTime time = psc.time;
    final VirtualClock clock = time.clock;
    final CountingStore sessions = new CountingStore(SessionStore.inMemory(clock));
    final FaultyStore wayOfFirst = new FaultyStore(time, sessions);
    final FaultyStore wayOfSecond = new FaultyStore(time, sessions);
    final RelyingParty first;
    final RelyingParty second = psc.party().sessionStore(wayOfSecond).build();

    TwoNodes() throws IOException {
        this(party -> {});
    }

    TwoNodes(Consumer<RelyingPartyBuilder> first) throws IOException {
        var builder = psc.party().sessionStore(wayOfFirst);
        first.accept(builder);
        this.first = builder.build();
        nobodyAnswers();
        // Until both have asked their store for the time, a way that is cut fails whatever needs it.
        time.settle();
    }

    /** A login that the first node began. */
    BackchannelLogin begun() throws Exception {
        return await(begins());
    }

    CompletionStage<BackchannelLogin> begins() {
        return first.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"));
    }

    /** The same as somebody sees it who waits on the second one. */
    BackchannelLogin elsewhere(BackchannelLogin login) throws Exception {
        return await(second.backchannelLogin(login.id()));
    }

    void nobodyAnswers() {
        psc.answer("/token", HandMadePsc.json(400, "{\"error\":\"authorization_pending\"}"));
    }

    int polls() {
        return psc.count("/token");
    }

    PscSession outcome(BackchannelLogin login) throws Exception {
        return time.outcome(login);
    }

    LoginProblem failureOf(BackchannelLogin login) {
        return (LoginProblem)
                assertThrows(PscException.class, () -> outcome(login)).problem();
    }

    @Override
    public void close() {
        // What was cut would be waited for.
        wayOfFirst.mend();
        wayOfSecond.mend();
        first.close();
        second.close();
        psc.close();
    }
}
