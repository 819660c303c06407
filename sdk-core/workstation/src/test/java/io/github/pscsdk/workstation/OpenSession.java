package io.github.pscsdk.workstation;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import java.time.Duration;
import java.util.function.Consumer;

/** A session that was opened by phone and lasts one hour. */
final class OpenSession implements AutoCloseable {
    static final ApiRequest READ = ApiRequest.of("GET", "form", "declarations/1?full=true");

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

    @Override
    public void close() {
        clients.close();
    }
}
