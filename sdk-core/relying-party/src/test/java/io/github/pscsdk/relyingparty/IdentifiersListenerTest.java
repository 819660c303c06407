package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.relyingparty.event.IdentifiersListener;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a host learns of the identifiers of who logs in. */
class IdentifiersListenerTest {
    private final List<List<NationalId>> told = new CopyOnWriteArrayList<>();

    private static Lab with(IdentifiersListener listener) {
        return Lab.with(simulator -> simulator, party -> party.identifiersListener(listener));
    }

    @Test
    void a_merged_person_is_told_under_both_identifiers_before_the_session_is_there() throws Exception {
        var sessionsBefore = new CompletableFuture<Integer>();
        var lab = new CompletableFuture<Lab>();
        try (var open = with(identifiers -> {
            told.add(identifiers);
            sessionsBefore.complete(lab.join().store.keys().size());
        })) {
            lab.complete(open);
            open.simulator.turn("identity", "MERGED");

            var session = open.logIn();

            assertEquals(List.of(session.professional().identifiers()), told);
            assertEquals(2, told.get(0).size());
            assertEquals(Lab.PHARMACIST, told.get(0).get(0));
            assertEquals(0, sessionsBefore.join());
        }
    }

    @Test
    void a_listener_that_fails_harms_no_login() throws Exception {
        try (var open = with(identifiers -> {
            told.add(identifiers);
            throw new IllegalStateException(identifiers.toString());
        })) {
            open.logIn();
            open.logIn();

            assertEquals(2, told.size());
        }
    }

    @Test
    void a_listener_without_end_holds_up_a_login_until_its_limit() throws Exception {
        var end = new CompletableFuture<Void>();
        try (var open = with(identifiers -> {
            told.add(identifiers);
            end.join();
        })) {
            for (var number = 0; number < 6; number++) {
                var login = await(open.party.beginBrowserLogin());
                var callback = Browser.visit(login.authorizationUri());
                var session = open.party.completeBrowserLogin(callback, login.state());
                open.time.settle();
                open.clock.advance(Duration.ofSeconds(2).minusMillis(1));
                assertFalse(session.toCompletableFuture().isDone());

                open.clock.advance(Duration.ofMillis(1));

                var id = Await.outcome("the session", session).id();
                assertTrue(open.party.session(id).isPresent());
            }

            // More than it has threads: the others were in line when their limit passed.
            end.complete(null);
            Await.until("the listener was told of each login", () -> told.size() == 6);
        } finally {
            end.complete(null);
        }
    }
}
