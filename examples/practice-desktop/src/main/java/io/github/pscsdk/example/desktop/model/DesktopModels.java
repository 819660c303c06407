package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;

/** The models that are there from the start of the program to its end. */
public record DesktopModels(SessionModel session, HealthCheckModel healthCheck, GuideModel guide) {
    /** @param warning how long before its end a session announces it */
    public static DesktopModels of(
            PscClient client, Outbox outbox, Duration warning, Clock clock, ModelThreads threads) {
        var session = new SessionModel(outbox, clock, warning, threads);
        var healthCheck =
                new HealthCheckModel(client, () -> session.session().map(AuthenticationSession::professional), threads);
        return new DesktopModels(session, healthCheck, new GuideModel(client, healthCheck));
    }
}
