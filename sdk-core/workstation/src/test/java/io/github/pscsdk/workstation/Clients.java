package io.github.pscsdk.workstation;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.spi.Authenticator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A server half and its clients, closed together. Their time stands still at noon of a first of January until a test moves it. */
final class Clients implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final MockServerHalf server = new MockServerHalf();
    private final AtomicReference<Clock> time = new AtomicReference<>(Clock.fixed(NOON, ZoneOffset.UTC));
    private final List<PscClient> clients = new ArrayList<>();

    PscClientBuilder builder(Authenticator authenticator) {
        return Fakes.builder(server).authenticator(authenticator).clock(new MovableClock(time));
    }

    PscClient with(Authenticator authenticator) {
        var client = builder(authenticator).build();
        clients.add(client);
        return client;
    }

    void passes(Duration length) {
        time.set(Clock.offset(time.get(), length));
    }

    @Override
    public void close() {
        clients.forEach(PscClient::close);
        server.close();
    }
}
