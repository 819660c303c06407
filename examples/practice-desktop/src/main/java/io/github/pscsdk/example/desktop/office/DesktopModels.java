package io.github.pscsdk.example.desktop.office;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.doctor.DoctorModel;
import io.github.pscsdk.example.desktop.doctor.SupportArchive;
import io.github.pscsdk.example.desktop.guide.GuideModel;
import io.github.pscsdk.example.desktop.login.LoginModel;
import io.github.pscsdk.example.desktop.login.LoginTerms;
import io.github.pscsdk.example.desktop.observe.Threads;
import io.github.pscsdk.example.desktop.outbox.Outbox;
import io.github.pscsdk.example.desktop.session.Place;
import io.github.pscsdk.example.desktop.session.SessionModel;
import io.github.pscsdk.example.desktop.work.FormModel;
import io.github.pscsdk.example.desktop.work.WorkModels;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** The models, and who gets which workshop. */
public final class DesktopModels {
    private final Outbox outbox;
    private final Threads threads;
    private final SessionModel desk;
    private final LoginModel login;
    private final DoctorModel doctor;
    private final SupportArchive archive;
    private final GuideModel guide;
    private Optional<Opened> opened = Optional.empty();
    private Optional<Left> left = Optional.empty();

    private record Opened(AuthenticationSession session, WorkModels workshop) {}

    private record Left(NationalId professional, FormModel form) {}

    /** Nobody is logged in yet. */
    public DesktopModels(
            PscClient client, Outbox outbox, DesktopConfiguration configuration, Clock clock, Threads threads) {
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.threads = threads;
        desk = new SessionModel(clock, configuration.warning(), threads);
        login = new LoginModel(client, LoginTerms.of(configuration), clock, threads, desk::enter);
        doctor = new DoctorModel(client, threads);
        archive = new SupportArchive(() -> desk.session().map(AuthenticationSession::professional), threads);
        guide = new GuideModel(client, doctor);
        desk.onChange(this::follow);
    }

    /** The session and its screen. */
    public SessionModel desk() {
        return desk;
    }

    /** The login. */
    public LoginModel login() {
        return login;
    }

    /** The health check. */
    public DoctorModel doctor() {
        return doctor;
    }

    /** The archive for a support desk. */
    public SupportArchive archive() {
        return archive;
    }

    /** The login guide. */
    public GuideModel guide() {
        return guide;
    }

    /** What whoever is logged in works with; there also while the session is locked. */
    public Optional<WorkModels> workshop() {
        return opened.map(Opened::workshop);
    }

    /** Sends what waits, if somebody is there to send it for. To be called from time to time. */
    public void retry() {
        if (desk.place() == Place.WORK) {
            workshop()
                    .filter(workshop -> workshop.outbox().waiting() > 0)
                    .filter(workshop -> !workshop.outbox().isBusy())
                    .ifPresent(workshop -> workshop.outbox().deliver());
        }
    }

    /** The program ends: what is typed is kept. */
    public void leave() {
        workshop().ifPresent(workshop -> workshop.form().keep());
    }

    private void follow() {
        switch (desk.place()) {
            case WORK -> desk.session().ifPresent(this::open);
            // What is typed is on the disk before somebody pulls the plug too.
            case LOCKED -> leave();
            case LOGIN -> close();
        }
    }

    private void open(AuthenticationSession session) {
        if (opened.filter(before -> before.session() == session).isPresent()) {
            return;
        }
        var workshop = WorkModels.open(session, outbox, threads);
        var professional = session.professional().nationalId();
        left.filter(before -> before.professional().matches(professional))
                .ifPresent(before -> workshop.form().resume(before.form()));
        left = Optional.empty();
        opened = Optional.of(new Opened(session, workshop));
    }

    private void close() {
        leave();
        opened.ifPresent(one -> left = Optional.of(new Left(
                one.session().professional().nationalId(), one.workshop().form())));
        opened = Optional.empty();
        login.again();
    }
}
