package io.github.pscsdk.workstation;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.spi.Authenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server half and its clients, closed together. Their time stands still at noon of a first of January until a test moves it. */
final class Clients implements AutoCloseable {
    static final Instant NOON = PassingTime.NOON;

    final MockServerHalf server = new MockServerHalf();
    final PassingTime time = new PassingTime();
    private final List<PscClient> clients = new ArrayList<>();

    PscClientBuilder builder(Authenticator authenticator) {
        return Fakes.builder(server).authenticator(authenticator).clock(time.clock());
    }

    PscClient with(Authenticator authenticator) {
        var client = builder(authenticator).build();
        clients.add(client);
        return client;
    }

    void passes(Duration length) {
        time.clock().advance(length);
    }

    @Override
    public void close() {
        clients.forEach(PscClient::close);
        server.close();
    }
}
