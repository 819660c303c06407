package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.StoredEntry;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A caller who waits lends the engine their thread: what it does there, and what it must not do there. */
class CallingThreadLoginTest {
    private final List<Runnable> elsewhere = new CopyOnWriteArrayList<>();
    private final Executor threads = task -> {
        elsewhere.add(task);
        ForkJoinPool.commonPool().execute(task);
    };

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    @AutoClose
    private final RelyingParty party = party(Duration.ofSeconds(30));

    CallingThreadLoginTest() throws IOException {}

    private RelyingParty party(Duration limit) {
        return lab.psc
                .party()
                .redirectUri(Lab.REDIRECT)
                .sessionStore(lab.store)
                .executor(threads)
                .operationTimeout(limit)
                .build();
    }

    private BrowserLogin begun(RelyingParty warm) throws Exception {
        warm.warmUp().toCompletableFuture().join();
        var login = await(warm::beginBrowserLogin);
        var nonce = Browser.query(login.authorizationUri()).get("nonce");
        lab.psc.tokens(claims -> claims.put("nonce", nonce));
        elsewhere.clear();
        return login;
    }

    private static URI callback(BrowserLogin login) {
        return URI.create(Lab.REDIRECT + "?code=a-code&state=" + login.state());
    }

    @Test
    void a_browser_login_needs_no_other_thread_and_two_requests() throws Exception {
        var login = begun(party);

        var session = await(() -> party.completeBrowserLogin(callback(login), login.state()));

        assertEquals(Lab.PHARMACIST, session.professional().nationalId());
        assertEquals(List.of(), elsewhere);
        assertEquals(1, lab.psc.count("/token"));
        assertEquals(1, lab.psc.count("/userinfo"));
        assertEquals(1, lab.psc.count("/certs"));
        assertEquals(1, lab.psc.discoveries());
    }

    @Test
    void a_back_channel_login_is_begun_on_the_thread_of_the_caller() throws Exception {
        begun(party);

        await(() -> party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")))
                .cancel();

        assertEquals(List.of(), elsewhere);
        assertEquals(1, lab.psc.count("/ciba"));
    }

    @Test
    void who_holds_the_stage_keeps_their_thread() throws Exception {
        var login = begun(party);

        await(party.completeBrowserLogin(callback(login), login.state()));

        assertFalse(elsewhere.isEmpty());
    }

    @Test
    void a_fetch_that_others_join_outlives_the_caller_who_began_it() throws Exception {
        var hold = lab.psc.holdNext("/.well-known/wallet-openid-configuration");
        var limit = Duration.ofSeconds(1);
        try (var hurried = party(limit)) {
            var leaves = Waiting.ON_THE_CALLING_THREAD.elsewhere(hurried::beginBrowserLogin);
            Await.until("the metadata were fetched", () -> lab.psc.discoveries() == 1);
            var joins = hurried.beginBrowserLogin();

            lab.clock.advance(limit);

            assertThrows(PscException.class, () -> Await.outcome("the one who leaves", leaves));
            assertThrows(PscException.class, () -> Await.outcome("the one who joins", joins));
            hold.complete(null);
            await(hurried::beginBrowserLogin);
        }
        assertEquals(1, lab.psc.discoveries());
    }

    @Test
    void at_its_limit_a_caller_gets_away_from_the_socket_and_no_session_is_left() throws Exception {
        var limit = Duration.ofSeconds(30);
        try (var hurried = party(limit)) {
            var login = begun(hurried);
            var hold = lab.psc.holdNext("/userinfo");
            var caller = Waiting.ON_THE_CALLING_THREAD.elsewhere(
                    () -> hurried.completeBrowserLogin(callback(login), login.state()));
            Await.until("UserInfo was asked for", () -> lab.psc.count("/userinfo") == 1);

            lab.clock.advance(limit);

            var failure = assertThrows(PscException.class, () -> Await.outcome("the caller", caller));

            assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
            hold.complete(null);
            Await.until("PSC was told of the logout", () -> lab.psc.count("/logout") == 1);
            assertTrue(lab.store.keys().isEmpty());
        }
    }

    @Test
    void what_follows_a_stage_of_somebody_else_does_not_borrow_the_thread() throws Exception {
        var login = begun(party);
        var stage = new CompletableFuture<Void>();
        var followed = stage.thenCompose(now -> party.completeBrowserLogin(callback(login), login.state()));

        stage.complete(null);
        await(followed);

        assertFalse(elsewhere.isEmpty());
    }

    @Test
    void a_store_that_fails_is_told_to_who_waits() throws Exception {
        var broken = new CountingStore(lab.store) {
            @Override
            public Optional<StoredEntry> find(String key) {
                throw new IllegalStateException("the database is away");
            }
        };
        try (var node =
                lab.psc.party().redirectUri(Lab.REDIRECT).sessionStore(broken).build()) {
            for (var waiting : Waiting.values()) {
                var failure = assertThrows(
                        PscException.class,
                        () -> waiting.await(() ->
                                node.completeBrowserLogin(URI.create(Lab.REDIRECT + "?code=a-code&state=x"), "x")));
                assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem(), waiting::name);
            }
        }
    }
}
