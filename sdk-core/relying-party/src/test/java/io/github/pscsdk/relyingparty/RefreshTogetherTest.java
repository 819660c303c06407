package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several who want new tokens of one session at once. */
class RefreshTogetherTest {
    private static final String UNAVAILABLE = "{\"error\":\"temporarily_unavailable\"}";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final HandMadePsc psc = lab.psc;
    private final List<Thread> threads = new ArrayList<>();
    private PscSession session;
    private int before;

    RefreshTogetherTest() throws IOException {}

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        before = psc.count("/token");
    }

    private void answerRefreshWith(String refreshToken) {
        psc.answer(
                "/token",
                "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"expires_in\":120,\"refresh_token\":\""
                        + refreshToken + "\"}");
    }

    private <T> FutureTask<T> start(Callable<T> call) {
        var task = new FutureTask<>(call);
        var thread = new Thread(task);
        threads.add(thread);
        thread.start();
        return task;
    }

    /** Until all have asked and wait for the outcome; some other lock in between does not count. */
    private void awaitThatAllWait() {
        Await.until("all callers wait", () -> threads.stream().allMatch(RefreshTogetherTest::waitsForTheOutcome));
    }

    private static boolean waitsForTheOutcome(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Futures.class.getName())
                        && frame.getMethodName().equals("await"));
    }

    private static LoginProblem problemOf(FutureTask<?> task) {
        return (LoginProblem) assertThrows(PscException.class, () -> Await.result("the refresh", task))
                .problem();
    }

    @Test
    void all_join_the_refresh_under_way() throws Exception {
        answerRefreshWith("refresh-2");
        var hold = psc.holdNext("/token");
        var tasks = new ArrayList<FutureTask<PscSession>>();
        for (var i = 0; i < 10; i++) {
            tasks.add(start(() -> await(lab.party.refresh(session.id()))));
        }
        awaitThatAllWait();
        hold.complete(null);

        for (var task : tasks) {
            assertEquals(session, Await.result("the refresh", task));
        }
        assertEquals(before + 1, psc.count("/token"));
    }

    @Test
    void whoever_comes_after_the_secret_was_renewed_does_not_share_the_failure_of_the_old_one() throws Exception {
        psc.answerNext("/token", HandMadePsc.json(401, "{\"error\":\"invalid_client\"}"));
        var hold = psc.holdNext("/token");
        var before = start(() -> await(lab.party.refresh(session.id())));
        awaitThatAllWait();
        lab.party.renew(ClientAuthentication.clientSecretPost("a renewed secret"), Optional.empty(), List.of());
        answerRefreshWith("refresh-2");
        var after = lab.party.refresh(session.id()).toCompletableFuture();

        hold.complete(null);

        assertEquals(LoginProblem.CLIENT_REJECTED, problemOf(before));
        assertEquals(session, lab.time.outcome(after));
        assertTrue(psc.lastForm("/token").contains("a%20renewed%20secret"), psc.lastForm("/token"));
    }

    @Test
    void all_share_the_failure_of_the_refresh_under_way() {
        psc.answer("/token", HandMadePsc.json(503, UNAVAILABLE));
        var hold = psc.holdNext("/token");
        var first = start(() -> await(lab.party.refresh(session.id())));
        var second = start(() -> await(lab.party.refresh(session.id())));
        awaitThatAllWait();
        hold.complete(null);

        assertEquals(LoginProblem.PSC_UNAVAILABLE, problemOf(first));
        assertEquals(LoginProblem.PSC_UNAVAILABLE, problemOf(second));
        assertEquals(before + 1, psc.count("/token"), "the second did not ask again");
    }

    @Test
    void a_refresh_and_an_exchange_go_on_side_by_side_and_neither_overwrites_what_the_other_got() throws Exception {
        var api = ApiAudience.of("api", URI.create(psc.issuer() + "/api"), Lab.API_CLIENT);
        psc.answer("/api", "{\"access_token\":\"for-the-api\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        answerRefreshWith("refresh-2");
        var apiAnswers = psc.holdNext("/api");
        var pscAnswers = psc.holdNext("/token");
        var exchange = start(() -> await(lab.party.exchange(session.id(), api)));
        Await.until("the API's authorization server was asked", () -> psc.count("/api") == 1);
        var refresh = start(() -> await(lab.party.refresh(session.id())));
        Await.until("the token endpoint was asked", () -> psc.count("/token") == before + 1);

        pscAnswers.complete(null);
        Await.result("the refresh", refresh);
        apiAnswers.complete(null);
        Await.result("the exchange", exchange);

        await(lab.party.exchange(session.id(), api));
        assertEquals(1, psc.count("/api"), "the API's token was kept");
        await(lab.party.refresh(session.id()));
        assertTrue(psc.lastForm("/token").contains("refresh_token=refresh-2"), "the newest one was kept");
    }
}
