package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.commandline.internal.Keyboard;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class StayLoggedInTest {
    private final FollowedSession session = new FollowedSession();
    private final List<State> told = new ArrayList<>();

    @Test
    void tells_of_each_change_until_the_session_has_ended() throws Exception {
        var stay = stay(Optional.empty());

        session.becomes(State.LOCKED);
        session.becomes(State.ACTIVE);
        session.becomes(State.ENDED);
        stay.get();

        assertEquals(List.of(State.LOCKED, State.ACTIVE, State.ENDED), told);
    }

    @Test
    void tells_once_of_a_lock_that_was_there_before() throws Exception {
        session.becomes(State.LOCKED);
        var stay = stay(Optional.empty());

        session.becomes(State.LOCKED);
        session.becomes(State.ENDED);
        stay.get();

        assertEquals(List.of(State.LOCKED, State.ENDED), told);
    }

    @Test
    void ends_at_the_next_line() throws Exception {
        try (var typing = new PipedWriter();
                var in = new PipedReader(typing)) {
            var stay = stay(Optional.of(Keyboard.reading(in)));

            typing.write("\n");
            typing.flush();
            stay.get();

            assertEquals(List.of(), told);
        }
    }

    @Test
    void ends_at_an_interrupt() throws Exception {
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> StayLoggedIn.in(session, Optional.empty(), told::add));
    }

    private FutureTask<Void> stay(Optional<Keyboard> keyboard) throws InterruptedException {
        var stay = new FutureTask<Void>(() -> {
            StayLoggedIn.in(session, keyboard, told::add);
            return null;
        });
        new Thread(stay, "stay").start();
        session.awaitFollowed();
        return stay;
    }
}
