package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
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
    private final SupportArchive archive;
    private final GuideModel guide;
    private Optional<Opened> opened = Optional.empty();
    private Optional<Left> left = Optional.empty();

    private record Opened(AuthenticationSession session, WorkModels work) {}

    private record Left(NationalId professional, FormModel form) {}

    public DesktopModels(
            PscClient client, Outbox outbox, DesktopConfiguration configuration, Clock clock, ModelThreads threads) {
        this.outbox = outbox;
        this.threads = threads;
        session = new SessionModel(clock, configuration.warning(), threads);
        login = new LoginModel(client, LoginSettings.of(configuration), clock, threads, session::enter);
        healthCheck = new HealthCheckModel(client, threads);
        archive = new SupportArchive(() -> session.session().map(AuthenticationSession::professional), threads);
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

    public SupportArchive archive() {
        return archive;
    }

    public GuideModel guide() {
        return guide;
    }

    /** The work of whoever is logged in; also there while the session is locked. */
    public Optional<WorkModels> work() {
        return opened.map(Opened::work);
    }

    /** Sends what waits, if somebody is there to send it for. To be called from time to time. */
    public void retry() {
        if (session.screen() == CurrentScreen.WORK) {
            work().filter(work -> work.outbox().waiting() > 0)
                    .filter(work -> !work.outbox().isBusy())
                    .ifPresent(work -> work.outbox().deliver());
        }
    }

    /** Goes on once what is typed is kept, such as to the end of the program; see {@link FormModel#leave}. */
    public void leave(Runnable next) {
        work().map(WorkModels::form).ifPresentOrElse(form -> form.leave(next), next);
    }

    private void keep() {
        work().ifPresent(work -> work.form().keep());
    }

    private void follow() {
        switch (session.screen()) {
            case WORK -> session.session().ifPresent(this::open);
            // What is typed is on the disk before somebody pulls the plug too.
            case LOCKED -> keep();
            case LOGIN -> close();
        }
    }

    private void open(AuthenticationSession entered) {
        if (opened.filter(before -> before.session() == entered).isPresent()) {
            return;
        }
        var work = WorkModels.open(entered, outbox, threads);
        left.filter(before -> entered.professional().isKnownAs(before.professional()))
                .ifPresent(before -> work.form().resume(before.form()));
        left = Optional.empty();
        opened = Optional.of(new Opened(entered, work));
    }

    private void close() {
        keep();
        opened.ifPresent(one -> left = Optional.of(
                new Left(one.session().professional().nationalId(), one.work().form())));
        opened = Optional.empty();
        login.cancel();
    }
}
