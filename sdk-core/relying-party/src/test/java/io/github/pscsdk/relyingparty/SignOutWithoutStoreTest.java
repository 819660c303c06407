package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.FaultyStore.Step;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A logout while the store is away, or can be read alone: "logged out" is said only when it is so, and a logout that somebody wanted comes. */
class SignOutWithoutStoreTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    private final FaultyStore way = new FaultyStore(lab.time, lab.store);
    private final FaultyStore cut = new FaultyStore(lab.time, lab.store);

    @AutoClose
    private final RelyingParty party = lab.psc.party().sessionStore(way).build();

    @AutoClose
    private final RelyingParty onItsOwn = lab.psc.party().sessionStore(cut).build();

    SignOutWithoutStoreTest() throws IOException {}

    private Problem problemOf(CompletableFuture<?> call) {
        return assertThrows(PscException.class, () -> lab.time.outcome(call)).problem();
    }

    private Optional<PscSession> atAnotherNode(PscSession session) {
        return lab.party.session(session.id());
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, ''",
        "ADD, psc/sign-out/",
        "REMOVE, ''",
        "REMOVE, psc/session/",
    })
    void one_that_the_store_does_not_take_is_told_and_written_as_soon_as_it_does(Step step, String prefix)
            throws Exception {
        var session = lab.logIn();
        way.fail(step, prefix);

        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                problemOf(party.signOut(session.id()).toCompletableFuture()));
        lab.time.pass(A_WHILE);
        assertEquals(Optional.of(session), atAnotherNode(session), "what was said is so");

        way.mend();
        lab.time.pass(A_WHILE);

        assertEquals(Optional.empty(), atAnotherNode(session));
        assertTrue(lab.psc.count("/logout") > 0, "PSC was told");
    }

    @Test
    void the_same_for_a_logout_by_way_of_the_browser() throws Exception {
        try (var web = lab.psc
                .party()
                .sessionStore(way)
                .postLogoutRedirectUri(Lab.REDIRECT)
                .build()) {
            var session = lab.logIn();
            way.fail(Step.REMOVE, "psc/session/", 1);

            assertEquals(
                    LoginProblem.STORE_UNAVAILABLE,
                    problemOf(web.beginBrowserSignOut(session.id()).toCompletableFuture()));
            lab.time.pass(A_WHILE);

            assertEquals(Optional.empty(), atAnotherNode(session));
            assertEquals(1, lab.psc.count("/logout"), "no browser will");
        }
    }

    @Test
    void one_of_which_the_answer_of_the_store_was_lost_is_told_and_done_once() throws Exception {
        var session = lab.logIn();
        way.loseAnswer(Step.REMOVE, "psc/session/");

        assertEquals(
                LoginProblem.STORE_UNAVAILABLE,
                problemOf(party.signOut(session.id()).toCompletableFuture()));
        lab.time.pass(A_WHILE);

        assertEquals(Optional.empty(), atAnotherNode(session));
        assertEquals(1, lab.psc.count("/logout"));
    }

    @Test
    void a_store_that_is_away_for_longer_than_a_session_lives_is_asked_no_more() throws Exception {
        var session = lab.logIn();
        way.fail(Step.FIND, "psc/session/");
        problemOf(party.signOut(session.id()).toCompletableFuture());
        lab.time.pass(PscProfile.SESSION_LIMIT.minusHours(1));
        var before = way.failed();
        lab.time.pass(Duration.ofHours(1));
        assertTrue(way.failed() > before);
        lab.time.pass(A_WHILE);
        var failed = way.failed();

        lab.time.pass(Duration.ofHours(1));

        assertEquals(failed, way.failed());
    }

    @Test
    void of_more_than_are_tried_again_at_once_the_host_alone_may_try_again() throws Exception {
        var settings = lab.psc.party().sessionStore(way);
        settings.mostSignOutsInBackground = 2;
        try (var bounded = settings.build()) {
            var sessions = List.of(lab.logIn(), lab.logIn(), lab.logIn());
            way.fail(Step.REMOVE, "psc/session/");
            for (var session : sessions) {
                problemOf(bounded.signOut(session.id()).toCompletableFuture());
            }

            way.mend();
            lab.time.pass(A_WHILE);

            assertEquals(
                    List.of(false, false, true),
                    sessions.stream()
                            .map(session -> atAnotherNode(session).isPresent())
                            .toList());

            way.fail(Step.REMOVE, "psc/session/");
            problemOf(bounded.signOut(sessions.get(2).id()).toCompletableFuture());
            way.mend();
            lab.time.pass(A_WHILE);

            assertEquals(Optional.empty(), atAnotherNode(sessions.get(2)), "there is room again");
        }
    }

    /** Wherever the way to the store is cut: after a success nothing works, and after anything else nothing works once the store is back. */
    @Test
    void nothing_works_after_a_logout_wherever_the_store_has_failed() throws Exception {
        for (var calls = 0; calls < 14; calls++) {
            lab.psc.tokens(claims -> {});
            var session = lab.logIn();
            var told = lab.psc.count("/logout");
            cut.cutAfter(calls);
            var signOut = onItsOwn.signOut(session.id()).toCompletableFuture();
            var after = "after " + calls + " calls of the store";

            if (isSaidToBeOver(signOut)) {
                assertEquals(Optional.empty(), atAnotherNode(session), after);
            }
            cut.mend();
            lab.time.pass(A_WHILE);

            assertEquals(Optional.empty(), atAnotherNode(session), after);
            assertTrue(lab.psc.count("/logout") > told, after);
        }
    }

    private boolean isSaidToBeOver(CompletableFuture<?> signOut) throws Exception {
        try {
            lab.time.outcome(signOut);
            return true;
        } catch (PscException e) {
            return e.problem() == LoginProblem.SIGNED_OUT_HERE_ONLY;
        }
    }
}
