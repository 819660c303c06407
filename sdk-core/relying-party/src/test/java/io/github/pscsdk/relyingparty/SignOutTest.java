package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An explicit logout is not forgotten before PSC has answered. */
class SignOutTest {
    private static final URI SIGNED_OUT = URI.create("http://localhost/bye");

    @AutoClose
    private final Lab lab = Lab.with(simulator -> simulator, party -> party.postLogoutRedirectUri(SIGNED_OUT));

    private void failLogouts(String how) {
        lab.simulator.turn("fault-logout", how);
    }

    private void mendLogouts() {
        lab.simulator.reset("fault-logout");
    }

    private static Problem problem(Callable<?> call) {
        return assertThrows(PscException.class, call::call).problem();
    }

    private Problem signOut(SessionId id) {
        return problem(() -> await(lab.party.signOut(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "500", "dropped", "truncated"})
    void where_psc_cannot_be_told_it_says_which_end_is_done(String how) throws Exception {
        var session = lab.logIn();
        failLogouts(how);

        assertEquals(LoginProblem.SIGNED_OUT_HERE_ONLY, signOut(session.id()));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.sessions().isEmpty());
        mendLogouts();
        lab.time.pass(Duration.ofMinutes(1));
        assertEquals(2, lab.simulator.count(Endpoint.LOGOUT), "it is told later");
    }

    @Test
    void signing_out_twice_is_a_session_that_has_ended() throws Exception {
        var session = lab.logIn();
        await(lab.party.signOut(session.id()));

        assertEquals(LoginProblem.SESSION_ENDED, signOut(session.id()));

        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void called_again_it_tells_psc_again_until_psc_has_answered() throws Exception {
        var session = lab.logIn();
        failLogouts("503");
        signOut(session.id());
        assertEquals(LoginProblem.SIGNED_OUT_HERE_ONLY, signOut(session.id()));
        assertEquals(2, lab.simulator.count(Endpoint.LOGOUT));
        mendLogouts();

        await(lab.party.signOut(session.id()));

        assertEquals(3, lab.simulator.count(Endpoint.LOGOUT));
        assertEquals(LoginProblem.SESSION_ENDED, signOut(session.id()));
        assertEquals(Set.of(), lab.store.kept());
    }

    @Test
    void it_is_tried_again_after_half_a_minute_and_every_two_minutes_until_psc_was_told() throws Exception {
        var session = lab.logIn();
        failLogouts("503");
        signOut(session.id());
        signOut(session.id());

        // And up to ten seconds until somebody looks for what is due.
        assertBetween(30, 40, secondsToNextTry());
        assertBetween(120, 130, secondsToNextTry());
        assertBetween(120, 130, secondsToNextTry());
        mendLogouts();
        assertBetween(120, 130, secondsToNextTry());
        assertEquals(Set.of(), lab.store.kept());
        lab.time.pass(Duration.ofHours(1));

        assertEquals(6, lab.simulator.count(Endpoint.LOGOUT));
        assertEquals(LoginProblem.SESSION_ENDED, signOut(session.id()));
    }

    private long secondsToNextTry() {
        var tries = lab.simulator.count(Endpoint.LOGOUT);
        var seconds = 0;
        while (lab.simulator.count(Endpoint.LOGOUT) == tries) {
            lab.time.pass(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    private static void assertBetween(long least, long most, long seconds) {
        assertTrue(least <= seconds && seconds <= most, () -> seconds + " seconds");
    }

    @Test
    void it_is_tried_no_more_once_psc_has_refused() throws Exception {
        var session = lab.logIn();
        failLogouts("503");
        signOut(session.id());
        failLogouts("400");

        assertBetween(30, 40, secondsToNextTry());
        assertEquals(Set.of(), lab.store.kept());
    }

    @Test
    void it_is_tried_no_longer_than_the_session_could_have_lived() throws Exception {
        var session = lab.logIn();
        failLogouts("503");
        signOut(session.id());
        lab.time.pass(PscProfile.SESSION_LIMIT);
        var told = lab.simulator.count(Endpoint.LOGOUT);
        assertEquals(Set.of(), lab.store.kept());

        lab.time.pass(Duration.ofHours(1));

        assertEquals(told, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void what_psc_answers_is_an_answer() throws Exception {
        var session = lab.logIn();
        failLogouts("404");

        assertEquals(LoginProblem.SIGNED_OUT_HERE_ONLY, signOut(session.id()));

        assertEquals(Set.of(), lab.store.kept());
        lab.time.pass(Duration.ofMinutes(5));
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    /** One that has not asked for the metadata yet. */
    private RelyingParty another() {
        return lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .postLogoutRedirectUri(SIGNED_OUT)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "500", "404"})
    void a_logout_by_browser_that_cannot_begin_is_told_to_psc_later(String how) throws Exception {
        var session = lab.logIn();
        try (var unreachable = another()) {
            lab.simulator.turn("fault-discovery", how);

            assertEquals(
                    LoginProblem.SIGNED_OUT_HERE_ONLY,
                    problem(() -> await(unreachable.beginBrowserSignOut(session.id()))));
        }

        await(lab.party.signOut(session.id()));
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "500", "404"})
    void a_logout_for_which_the_address_at_psc_is_not_to_be_had_is_told_later(String how) throws Exception {
        var session = lab.logIn();
        try (var unreachable = another()) {
            lab.simulator.turn("fault-discovery", how);
            assertEquals(LoginProblem.SIGNED_OUT_HERE_ONLY, problem(() -> await(unreachable.signOut(session.id()))));
        }

        lab.time.pass(Duration.ofMinutes(1));

        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
        assertEquals(Set.of(), lab.store.kept());
    }

    @Test
    void the_hint_of_a_logout_by_browser_is_gone_once_the_browser_has_it() throws Exception {
        var session = lab.logIn();

        await(lab.party.beginBrowserSignOut(session.id()));
        lab.time.settle();

        assertEquals(Set.of(), lab.store.kept());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_logout_by_browser_that_nobody_waits_for_any_more_is_told_to_psc_once(boolean isCancelled) throws Exception {
        try (var slow = new HandMadeLab();
                var party = slow.psc
                        .party()
                        .sessionStore(slow.store)
                        .postLogoutRedirectUri(SIGNED_OUT)
                        .operationTimeout(Duration.ofSeconds(5))
                        .build()) {
            var session = slow.logIn();
            var discovery = slow.psc.holdNext("/.well-known/wallet-openid-configuration");
            var signOut = party.beginBrowserSignOut(session.id()).toCompletableFuture();
            slow.time.settle();
            if (isCancelled) {
                signOut.cancel(true);
            } else {
                slow.time.pass(Duration.ofSeconds(5));
            }
            assertTrue(signOut.isCompletedExceptionally());

            discovery.complete(null);
            slow.time.pass(Duration.ofMinutes(1));

            assertEquals(1, slow.psc.count("/logout"));
            assertEquals(Set.of(), slow.store.kept());
        }
    }
}
