package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The one session of this workstation, the work of its professional, and the screen that goes with its state. */
public final class SessionModel extends ObservableModel {
    private static final Duration WARNING = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Clock clock;
    private final ModelThreads threads;
    private Optional<AuthenticationSession> session = Optional.empty();
    private Optional<Work> work = Optional.empty();
    private Optional<Work> before = Optional.empty();
    private Optional<Problem> farewell = Optional.empty();
    private Screen screen = Screen.LOGIN;

    /** The screen that covers the window: of a locked session, nothing of the work may be seen. */
    public enum Screen {
        LOGIN,
        WORK,
        LOCKED
    }

    /** The form, drafts, hand-overs and imports of one professional, from their login to their sign-out. */
    public record Work(AuthenticationSession session, FormModel form, OutboxModel outbox, ImportModel imports) {}

    public SessionModel(Outbox outbox, Clock clock, ModelThreads threads) {
        this.outbox = outbox;
        this.clock = clock;
        this.threads = threads;
    }

    public Screen screen() {
        return screen;
    }

    /** The session of the person who is logged in, locked or not. */
    public Optional<AuthenticationSession> session() {
        return session;
    }

    /** The work of the person who is logged in; also there while the session is locked. */
    public Optional<Work> work() {
        return work;
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
    public Optional<Long> minutesLeft() {
        return session.map(open -> Duration.between(clock.instant(), open.endsAt()))
                .filter(left -> !left.isNegative() && left.compareTo(WARNING) <= 0)
                .map(left -> left.plusSeconds(59).toMinutes());
    }

    /** Whether the end that {@link #minutesLeft} counts down to moves when something is sent. */
    public boolean endsByIdleness() {
        return session.filter(open -> open.endsAt().isBefore(open.expiresAt())).isPresent();
    }

    /** Sends what waits, if somebody is there to send it for. To be called from time to time. */
    public void retry() {
        work.map(Work::outbox)
                .filter(entries -> screen == Screen.WORK && entries.waiting() > 0 && !entries.isBusy())
                .ifPresent(OutboxModel::deliver);
    }

    /** Goes on once what is typed is kept, such as to the end of the program; see {@link FormModel#leave}. */
    public void leave(Runnable next) {
        work.map(Work::form).ifPresentOrElse(form -> form.leave(next), next);
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
            end(Optional.empty());
            threads.work(open::signOut, problem -> {
                if (problem.isPresent() && session.isEmpty()) {
                    end(problem);
                }
            });
        });
    }

    private void look(AuthenticationSession at) {
        if (session.filter(current -> current == at).isPresent()) {
            switch (at.state()) {
                case ACTIVE -> {
                    open(at);
                    show(Screen.WORK);
                }
                case LOCKED -> {
                    keep();
                    show(Screen.LOCKED);
                }
                default -> end(Optional.of(LoginProblem.SESSION_ENDED));
            }
        }
    }

    private void open(AuthenticationSession entered) {
        if (work.filter(open -> open.session() == entered).isPresent()) {
            return;
        }
        var professional = entered.professional();
        var entries = new OutboxModel(
                outbox.of(professional.identifiers().toArray(NationalId[]::new)),
                new SantefrReceiver(entered),
                threads);
        entries.deliver();
        var form = new FormModel(professional, entries);
        before.filter(former ->
                        professional.isKnownAs(former.session().professional().nationalId()))
                .ifPresent(former -> form.resume(former.form()));
        before = Optional.empty();
        work = Optional.of(new Work(entered, form, entries, new ImportModel(professional, entries, threads)));
    }

    /** Typed text is on the disk before somebody pulls the plug. */
    private void keep() {
        work.ifPresent(open -> open.form().keep());
    }

    private void end(Optional<Problem> why) {
        keep();
        before = work.or(() -> before);
        work = Optional.empty();
        session = Optional.empty();
        farewell = why;
        show(Screen.LOGIN);
    }

    private void show(Screen now) {
        screen = now;
        changed();
    }
}
