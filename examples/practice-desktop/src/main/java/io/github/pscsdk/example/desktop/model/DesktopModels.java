package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.outbox.Outbox;
import java.time.Clock;

/** The models that are there from the start of the program to its end. */
public record DesktopModels(SessionModel session, LoginModel login, HealthCheckModel healthCheck, GuideModel guide) {
    public static DesktopModels of(
            PscClient client, Outbox outbox, DesktopConfiguration configuration, Clock clock, ModelThreads threads) {
        var session = new SessionModel(outbox, clock, configuration.warning(), threads);
        var login = new LoginModel(client, configuration.login(), clock, threads, session::enter);
        session.onChange(() -> {
            if (session.screen() == SessionModel.Screen.LOGIN) {
                login.cancel();
            }
        });
        var healthCheck =
                new HealthCheckModel(client, () -> session.session().map(AuthenticationSession::professional), threads);
        return new DesktopModels(session, login, healthCheck, new GuideModel(client, healthCheck));
    }
}
