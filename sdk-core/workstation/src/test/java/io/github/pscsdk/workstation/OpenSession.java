package io.github.pscsdk.workstation;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.function.Consumer;

/** A session that was opened by phone and lasts one hour. */
final class OpenSession implements AutoCloseable {
    static final ApiRequest READ = ApiRequest.of("GET", "form", "declarations/1?full=true");

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final Clients clients = new Clients();
    final MockServerHalf server = clients.server;
    final PscClient client = clients.with(Fakes.phone("phone"));
    final AuthenticationSession session;

    OpenSession() throws Exception {
        this(server -> {});
    }

    /** @param prepared what the server half answers from the start */
    OpenSession(Consumer<MockServerHalf> prepared) throws Exception {
        prepared.accept(server);
        server.answer(
                "GET /v1/session",
                200,
                MockServerHalf.session(MockServerHalf.NATIONAL_ID, "2026-01-01T13:00:00+00:00"));
        session = client.login(LoginRequest.using("phone"));
    }

    void passes(Duration length) {
        clients.passes(length);
    }

    PassingTime time() {
        return clients.time;
    }

    /** Lets the pause before the next question for the session's end pass, and waits until the question is sent. */
    void askForItsEnd() {
        var before = server.seen("GET /v1/session/end").size();
        Await.until(
                "the next question for the end is planned", () -> time().clock().hasTaskWithin(BETWEEN_QUESTIONS));
        passes(BETWEEN_QUESTIONS);
        Await.until(
                "the session's end is asked for",
                () -> server.seen("GET /v1/session/end").size() > before);
    }

    @Override
    public void close() {
        clients.close();
    }
}
