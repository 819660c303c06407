package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.sessionstore.internal.StoreCalls;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session store that is not in this process: it may be slow, away, or hang. */
class StoreElsewhereTest {
    private final TestTime time = new TestTime();
    private final FaultyStore store = new FaultyStore(time, SessionStore.inMemory(time.clock));
    private final RecordedEvents events = new RecordedEvents();

    @AutoClose
    private final Lab lab = Lab.in(
            time, simulator -> simulator, party -> party.sessionStore(store).listener(events));

    @BeforeEach
    void theStoreHasToldItsTime() {
        time.settle();
    }

    @AfterEach
    void mend() {
        store.mend();
    }

    @Test
    void a_session_lives_and_ends_there_as_it_does_in_this_process() throws Exception {
        var session = lab.logIn();
        var api = ApiAudience.of("api", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);

        assertEquals(session, await(lab.party.requireSession(session.id())));
        assertEquals(session, await(lab.party.refresh(session.id())));
        var token = await(lab.party.exchange(session.id(), api));
        assertEquals(
                token.reveal(), await(lab.party.exchange(session.id(), api)).reveal());
        await(lab.party.signOut(session.id()));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        var asked = lab.outcome(lab.ask(Lab.PHARMACIST));
        assertEquals(asked, await(lab.party.peek(asked.id())));
        lab.party.forget(asked.id());
        assertThrows(PscException.class, () -> await(lab.party.peek(asked.id())));
    }

    @Test
    void one_that_is_away_is_a_problem_of_its_own_and_nothing_is_lost() throws Exception {
        var session = lab.logIn();
        store.cut();

        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(StoreException.class, () -> lab.party.session(session.id()))
                        .problem());
        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(PscException.class, () -> await(lab.party.requireSession(session.id())))
                        .problem());
        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())))
                        .problem());
        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(PscException.class, () -> await(lab.party.beginBrowserLogin()))
                        .problem());

        store.mend();
        assertEquals(session, await(lab.party.requireSession(session.id())));
    }

    @Test
    void one_that_is_away_for_a_moment_costs_nobody_their_login() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        time.settle();
        store.cutAfter(2);
        var session = lab.party.completeBrowserLogin(callback, login.state()).toCompletableFuture();
        time.settle();
        assertTrue(store.isCut());
        time.pass(Duration.ofSeconds(10));
        assertFalse(session.isDone());

        store.mend();

        assertEquals(Lab.PHARMACIST, time.outcome(session).professional().nationalId());
    }

    @Test
    void a_session_that_the_store_took_late_and_twice_lives_on() throws Exception {
        var login = lab.ask(Lab.PHARMACIST);
        var first = store.hold(Step.PUT, "psc/session/");
        var second = store.hold(Step.PUT, "psc/session/");
        time.pass(Duration.ofSeconds(1));
        assertEquals(1, lab.simulator.count(Endpoint.USERINFO));
        // Longer than a call of the store may take: another try has begun.
        time.pass(Duration.ofSeconds(7));

        first.goOn();
        second.goOn();

        var session = lab.outcome(login);
        time.settle();
        assertEquals(session, await(lab.party.requireSession(session.id())));
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void what_psc_could_not_be_told_is_told_by_another_node() throws Exception {
        var session = lab.logIn();
        lab.simulator.turn("fault-logout", "503");
        assertThrows(PscException.class, () -> await(lab.party.signOut(session.id())));
        lab.party.close();
        lab.simulator.reset("fault-logout");
        try (var other = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .sessionStore(store)
                .build()) {
            assertEquals(Optional.empty(), other.session(session.id()));

            time.pass(Duration.ofMinutes(1));

            assertEquals(2, lab.simulator.count(Endpoint.LOGOUT));
        }
    }

    @Test
    void one_that_hangs_holds_nobody_for_longer_than_its_limit() throws Exception {
        var session = lab.logIn();
        time.settle();
        store.hang();
        var refresh = lab.party.refresh(session.id()).toCompletableFuture();
        // Blocks its caller.
        var look = CompletableFuture.supplyAsync(() -> lab.party.session(session.id()), ThreadPerTaskExecutor.INSTANCE);
        Await.until("both calls hang", () -> store.hanging() == 2);

        time.pass(StoreCalls.LIMIT);

        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(PscException.class, () -> Await.outcome("the refresh", refresh))
                        .problem());
        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                assertThrows(StoreException.class, () -> Await.outcome("the look", look))
                        .problem());
        store.mend();
        time.settle();
        assertTrue(lab.party.session(session.id()).isPresent());
    }

    @Test
    void its_calls_are_told_with_how_they_ended() throws Exception {
        var session = lab.logIn();
        time.pass(Duration.ofSeconds(1));
        events.await("store.calls read done");
        events.await("store.calls write done");
        events.await("store.calls claim done");

        store.cut();
        assertThrows(StoreException.class, () -> lab.party.session(session.id()));

        events.await("store.calls read PSC-049");
    }

    @Test
    void one_that_is_not_encrypted_is_not_taken() {
        var plain = new FaultyStore(time, lab.store) {
            @Override
            public boolean isEncrypted() {
                return false;
            }
        };

        var builder = lab.another().client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET));

        assertThrows(
                IllegalStateException.class, () -> builder.sessionStore(plain).build());
    }
}
