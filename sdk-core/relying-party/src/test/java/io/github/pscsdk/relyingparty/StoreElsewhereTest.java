package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A session store that is not in this process: it may be slow, away, or hang. */
class StoreElsewhereTest {
    private final AdjustableClock clock = new AdjustableClock();
    private final FragileStore store = new FragileStore(SessionStore.inMemory(Clock.systemUTC()));

    private final FragilePendingStore pending = new FragilePendingStore(PendingStore.inMemory(clock));
    private final RecordedEvents events = new RecordedEvents();

    @AutoClose
    private final Lab lab = Lab.with(
            simulator -> simulator.clock(Clock.systemUTC()),
            party -> party.sessionStore(store)
                    .pendingStore(pending)
                    .listener(events)
                    .clock(Clock.systemUTC()));

    @Test
    void a_session_lives_and_ends_there_as_it_does_in_this_process() throws Exception {
        var session = lab.logIn();
        var api = ApiAudience.of("api", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);

        assertEquals(session, lab.party.requireSession(session.id()));
        assertEquals(session, await(lab.party.refresh(session.id())));
        var token = await(lab.party.exchange(session.id(), api));
        assertEquals(
                token.reveal(), await(lab.party.exchange(session.id(), api)).reveal());
        await(lab.party.signOut(session.id()));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        var asked = Lab.outcome(lab.ask(Lab.PHARMACIST));
        assertEquals(asked, lab.party.peek(asked.id()));
        lab.party.forget(asked.id());
        assertThrows(PscException.class, () -> lab.party.peek(asked.id()));
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
                assertThrows(PscException.class, () -> lab.party.requireSession(session.id()))
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
        assertEquals(session, lab.party.requireSession(session.id()));
    }

    @Test
    void one_that_is_away_for_a_moment_costs_nobody_their_login() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        store.cutAfter(2);
        var session = lab.party.completeBrowserLogin(callback, login.state()).toCompletableFuture();
        Eventually.holds(store::isCut);
        Thread.sleep(1_500);
        assertFalse(session.isDone());

        store.mend();

        assertEquals(
                Lab.PHARMACIST, session.get(30, TimeUnit.SECONDS).professional().nationalId());
    }

    @Test
    void a_session_that_the_store_took_late_and_twice_lives_on() throws Exception {
        var login = lab.ask(Lab.PHARMACIST);
        store.hang();
        Eventually.holds(() -> lab.simulator.count(Endpoint.USERINFO) == 1);
        // Longer than a call of the store may take: another try has begun.
        Thread.sleep(7_000);

        store.mend();

        var session = Lab.outcome(login);
        Thread.sleep(500);
        assertEquals(session, lab.party.requireSession(session.id()));
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void what_psc_could_not_be_told_is_told_by_another_node() throws Exception {
        var session = lab.logIn();
        lab.simulator.dials().turn(Dial.fault(Endpoint.LOGOUT), Fault.parse("503"));
        assertThrows(PscException.class, () -> await(lab.party.signOut(session.id())));
        lab.party.close();
        lab.simulator.dials().reset(Dial.fault(Endpoint.LOGOUT));
        clock.forward(Duration.ofMinutes(1));

        try (var other = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .sessionStore(store)
                .pendingStore(pending)
                .clock(Clock.systemUTC())
                .build()) {
            assertEquals(Optional.empty(), other.session(session.id()));
            Eventually.holds(() -> lab.simulator.count(Endpoint.LOGOUT) == 2);
        }
    }

    @Test
    void one_that_hangs_holds_nobody_for_longer_than_its_limit() throws Exception {
        var session = lab.logIn();
        store.hang();
        var begun = System.nanoTime();

        var refresh = lab.party.refresh(session.id()).toCompletableFuture();
        assertThrows(PscException.class, () -> lab.party.requireSession(session.id()));
        var failure = assertThrows(ExecutionException.class, () -> refresh.get(20, TimeUnit.SECONDS));

        assertEquals(LoginProblem.STORE_UNAVAILABLE, ((PscException) failure.getCause()).problem());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, took::toString);
        store.mend();
        Eventually.holds(() -> lab.party.session(session.id()).isPresent());
    }

    @Test
    void its_calls_are_told_with_how_they_ended() throws Exception {
        var session = lab.logIn();
        events.await("stored READ done");
        events.await("stored WRITE done");
        events.await("stored CLAIM done");

        store.cut();
        assertThrows(StoreException.class, () -> lab.party.session(session.id()));

        events.await("stored READ PSC-049");
    }

    @Test
    void one_that_is_not_encrypted_is_not_taken() {
        var plain = new FragileStore(lab.store) {
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
