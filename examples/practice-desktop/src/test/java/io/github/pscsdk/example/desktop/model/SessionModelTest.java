package io.github.pscsdk.example.desktop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.ScriptedSession;
import io.github.pscsdk.example.desktop.model.SessionModel.Screen;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.time.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionModelTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final ScriptedSession session =
            new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofMinutes(30)));

    @TempDir
    private Path folder;

    private Outbox outbox;
    private SessionModel model;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(folder, clock);
        model = new SessionModel(outbox, clock, new ModelThreads(Runnable::run, Runnable::run));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void the_work_is_covered_while_the_card_is_away() {
        model.enter(session);
        assertEquals(Screen.WORK, model.screen());

        session.becomes(State.LOCKED);
        assertEquals(Screen.LOCKED, model.screen());
        session.becomes(State.ACTIVE);

        assertEquals(Screen.WORK, model.screen());
    }

    @Test
    void a_card_that_left_before_anybody_listened_covers_the_work_too() {
        session.becomes(State.LOCKED);

        model.enter(session);

        assertEquals(Screen.LOCKED, model.screen());
    }

    @Test
    void a_card_that_comes_back_opens_no_session_over_which_somebody_else_logged_in() {
        var next = new ScriptedSession(People.pharmacist(), session.expiresAt());
        model.enter(session);
        session.becomes(State.LOCKED);

        model.enter(next);

        assertTrue(session.isLockedByHost());
        assertEquals(Optional.of(next), model.session());
        assertEquals(Screen.WORK, model.screen());
    }

    @Test
    void the_end_of_the_session_is_told_at_the_login() {
        model.enter(session);

        session.becomes(State.ENDED);

        assertEquals(Screen.LOGIN, model.screen());
        assertEquals(Optional.of(LoginProblem.SESSION_ENDED), model.farewell());
        assertEquals(Optional.empty(), model.session());
    }

    @Test
    void a_warning_comes_ten_minutes_before_the_end_and_counts_down() {
        model.enter(session);
        assertEquals(Optional.empty(), model.minutesLeft());

        clock.advance(Duration.ofMinutes(20));
        assertEquals(Optional.of(10L), model.minutesLeft());
        clock.advance(Duration.ofSeconds(570));

        assertEquals(Optional.of(1L), model.minutesLeft());
    }

    @Test
    void an_end_by_idleness_is_announced_and_goes_away_with_activity() {
        model.enter(session);
        session.endsByIdlenessAt(clock.instant().plus(Duration.ofMinutes(12)));
        assertEquals(Optional.empty(), model.minutesLeft());
        clock.advance(Duration.ofMinutes(4));
        assertEquals(Optional.of(8L), model.minutesLeft());
        assertTrue(model.endsByIdleness());

        session.endsByIdlenessAt(session.expiresAt());

        assertEquals(Optional.empty(), model.minutesLeft());
        assertFalse(model.endsByIdleness());
    }

    @Test
    void the_window_is_free_at_once_after_sign_out_and_a_failure_of_it_is_told() {
        model.enter(session);
        session.fails(new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no route"));

        model.signOut();

        assertEquals(1, session.signOuts());
        assertEquals(Screen.LOGIN, model.screen());
        assertEquals(Optional.of(LoginProblem.SERVER_HALF_UNREACHABLE), model.farewell());
    }

    @Test
    void whoever_signed_out_is_not_told_that_the_session_has_ended() {
        model.enter(session);

        model.signOut();

        assertEquals(Optional.empty(), model.farewell());
    }

    @Test
    void a_word_of_the_session_before_changes_nothing() {
        model.enter(session);
        var next = new ScriptedSession(People.pharmacist(), clock.instant().plus(Duration.ofHours(1)));
        model.enter(next);

        session.becomes(State.ENDED);

        assertEquals(Screen.WORK, model.screen());
    }
}
