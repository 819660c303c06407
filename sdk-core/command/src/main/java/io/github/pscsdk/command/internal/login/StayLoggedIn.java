package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.commandline.internal.Keyboard;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Stays logged in, and tells of each change, until the person has enough or the session has ended. */
final class StayLoggedIn {
    private final BlockingQueue<Optional<State>> events = new LinkedBlockingQueue<>();
    private final AuthenticationSession session;

    private StayLoggedIn(AuthenticationSession session) {
        this.session = session;
    }

    /** Returns when a line is typed or the session has ended; {@code told} hears of every state, on this thread. */
    static void in(AuthenticationSession session, Optional<Keyboard> keyboard, Consumer<State> told)
            throws InterruptedException {
        var stay = new StayLoggedIn(session);
        keyboard.ifPresent(stay::endAtTheNextLine);
        stay.until(told);
    }

    private void until(Consumer<State> told) throws InterruptedException {
        session.onStateChange(state -> events.add(Optional.of(state)));
        // The card may have left before anybody listened.
        events.add(Optional.of(session.state()));
        var last = State.ACTIVE;
        for (var event = events.take(); event.isPresent(); event = events.take()) {
            if (event.get() != last) {
                last = event.get();
                told.accept(last);
            }
            if (last == State.ENDED) {
                return;
            }
        }
    }

    private void endAtTheNextLine(Keyboard keyboard) {
        var thread = new Thread(() -> awaitLine(keyboard), "psc-enter");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitLine(Keyboard keyboard) {
        try {
            keyboard.line();
            events.add(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
