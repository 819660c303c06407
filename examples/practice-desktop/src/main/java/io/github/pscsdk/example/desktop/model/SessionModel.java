package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The one session of this workstation, and the screen that goes with its state. */
public final class SessionModel extends ObservableModel {
    private final Clock clock;
    private final Duration warning;
    private final ModelThreads threads;
    private Optional<AuthenticationSession> session = Optional.empty();
    private Optional<Problem> farewell = Optional.empty();
    private Screen screen = Screen.LOGIN;

    /** The screen that covers the window: of a locked session, nothing of the work may be seen. */
    public enum Screen {
        LOGIN,
        WORK,
        LOCKED
    }

    /** @param warning how long before its end a session announces it */
    public SessionModel(Clock clock, Duration warning, ModelThreads threads) {
        this.clock = clock;
        this.warning = warning;
        this.threads = threads;
    }

    public Screen screen() {
        return screen;
    }

    /** The session of the person who is logged in, locked or not. */
    public Optional<AuthenticationSession> session() {
        return session;
    }

    /** Why nobody is logged in any more, where nobody had asked for it. */
    public Optional<Problem> farewell() {
        return farewell;
    }

    /**
     * A new session begins. A former one, such as of a person whose card is away, is locked for good: nobody comes back
     * to it here.
     */
    public void enter(AuthenticationSession opened) {
        var former = session;
        session = Optional.of(opened);
        former.ifPresent(AuthenticationSession::lock);
        farewell = Optional.empty();
        opened.onStateChange(state -> threads.window().execute(() -> look(opened)));
        // The card may have left before anybody listened.
        look(opened);
    }

    /** Minutes until the session ends, rounded up, once it is time to say so. */
    public OptionalLong minutesLeft() {
        return session.map(open -> Duration.between(clock.instant(), open.endsAt()))
                .filter(left -> !left.isNegative() && left.compareTo(warning) <= 0)
                .map(left -> OptionalLong.of(left.plusSeconds(59).toMinutes()))
                .orElse(OptionalLong.empty());
    }

    /** Whether the end that {@link #minutesLeft} counts down to moves when something is sent. */
    public boolean endsByIdleness() {
        return session.filter(open -> open.endsAt().isBefore(open.expiresAt())).isPresent();
    }

    /** Looks at the session again: its end by expiry may be noticed late. */
    public void look() {
        session.ifPresent(this::look);
    }

    /** Locks the session for good, as at a break: a new login comes after. */
    public void lock() {
        session.ifPresent(AuthenticationSession::lock);
        look();
    }

    /** Ends the session, with Pro Santé Connect too. The window is free at once. */
    public void signOut() {
        session.ifPresent(open -> {
            leave(Optional.empty());
            threads.work(open::signOut, problem -> {
                if (problem.isPresent() && session.isEmpty()) {
                    leave(problem);
                }
            });
        });
    }

    private void look(AuthenticationSession at) {
        if (session.filter(current -> current == at).isPresent()) {
            switch (at.state()) {
                case ACTIVE -> show(Screen.WORK);
                case LOCKED -> show(Screen.LOCKED);
                default -> leave(Optional.of(LoginProblem.SESSION_ENDED));
            }
        }
    }

    private void leave(Optional<Problem> why) {
        session = Optional.empty();
        farewell = why;
        show(Screen.LOGIN);
    }

    private void show(Screen now) {
        screen = now;
        changed();
    }
}
