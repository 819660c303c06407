package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;

/** All models; opens those of the work when somebody logs in, and closes them when the session ends. */
public final class DesktopModels {
    private final Outbox outbox;
    private final ModelThreads threads;
    private final SessionModel session;
    private final LoginModel login;
    private final HealthCheckModel healthCheck;
    private final GuideModel guide;
    private Optional<Work> work = Optional.empty();
    private Optional<Work> left = Optional.empty();

    /** The form, drafts, hand-overs and imports of one professional, from their login to their sign-out. */
    public record Work(AuthenticationSession session, FormModel form, OutboxModel outbox, ImportModel imports) {}

    public DesktopModels(
            PscClient client, Outbox outbox, DesktopConfiguration configuration, Clock clock, ModelThreads threads) {
        this.outbox = outbox;
        this.threads = threads;
        session = new SessionModel(clock, configuration.warning(), threads);
        login = new LoginModel(client, configuration.login(), clock, threads, session::enter);
        healthCheck =
                new HealthCheckModel(client, () -> session.session().map(AuthenticationSession::professional), threads);
        guide = new GuideModel(client, healthCheck);
        session.onChange(this::follow);
    }

    public SessionModel session() {
        return session;
    }

    public LoginModel login() {
        return login;
    }

    public HealthCheckModel healthCheck() {
        return healthCheck;
    }

    public GuideModel guide() {
        return guide;
    }

    /** The work of the person who is logged in; also there while the session is locked. */
    public Optional<Work> work() {
        return work;
    }

    /** Sends what waits, if somebody is there to send it for. To be called from time to time. */
    public void retry() {
        work.map(Work::outbox)
                .filter(entries -> session.screen() == SessionModel.Screen.WORK)
                .filter(entries -> entries.waiting() > 0 && !entries.isBusy())
                .ifPresent(OutboxModel::deliver);
    }

    /** Goes on once what is typed is kept, such as to the end of the program; see {@link FormModel#leave}. */
    public void leave(Runnable next) {
        work.map(Work::form).ifPresentOrElse(form -> form.leave(next), next);
    }

    private void follow() {
        switch (session.screen()) {
            case WORK ->
                session.session()
                        .filter(entered ->
                                work.filter(open -> open.session() == entered).isEmpty())
                        .ifPresent(this::open);
            // Typed text is on the disk before somebody pulls the plug too.
            case LOCKED -> work.ifPresent(open -> open.form().keep());
            case LOGIN -> close();
        }
    }

    private void open(AuthenticationSession entered) {
        var professional = entered.professional();
        var entries = new OutboxModel(
                outbox.of(professional.identifiers().toArray(NationalId[]::new)),
                new SantefrReceiver(entered),
                threads);
        entries.deliver();
        var form = new FormModel(professional, entries);
        left.filter(before ->
                        professional.isKnownAs(before.session().professional().nationalId()))
                .ifPresent(before -> form.resume(before.form()));
        left = Optional.empty();
        work = Optional.of(new Work(entered, form, entries, new ImportModel(professional, entries, threads)));
    }

    private void close() {
        work.ifPresent(open -> open.form().keep());
        left = work.or(() -> left);
        work = Optional.empty();
        login.cancel();
    }
}
