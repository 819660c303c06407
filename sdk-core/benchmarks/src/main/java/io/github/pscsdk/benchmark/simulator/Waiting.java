package io.github.pscsdk.benchmark.simulator;

import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Requests;
import io.github.pscsdk.testkit.persona.Behaviour;
import io.github.pscsdk.testkit.persona.Persona;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A simulator with many logins that nobody answers, and their polls. */
final class Waiting implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Pattern ID = Pattern.compile("\"auth_req_id\":\"([^\"]+)\"");
    private static final String CREDENTIALS = "client_id=editeur-demo&client_secret=a-fictitious-secret";

    private final VirtualClock clock = VirtualClock.running(Clock.systemUTC());
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("editeur-demo", "a-fictitious-secret"))
            .clock(clock)
            .interval(INTERVAL)
            .expiresIn(Duration.ofDays(1))
            .start();
    private final List<byte[]> polls = new ArrayList<>();

    Waiting(int number) throws IOException {
        var silent = Personas.all().stream()
                .filter(persona -> persona.behaviour() == Behaviour.NEVER_ANSWERS)
                .map(Persona::nationalId)
                .findFirst()
                .orElseThrow();
        var begin = Requests.post(
                endpoint("/ext/ciba/auth"),
                CREDENTIALS + "&scope=openid+scope_all&acr_values=eidas1&channel=MOBILE&binding_message=42&login_hint="
                        + silent.value());
        try (var connection = Connection.to(address())) {
            for (var i = 0; i < number; i++) {
                polls.add(poll(connection.exchange(begin).body()));
            }
        }
    }

    private byte[] poll(String accepted) {
        var id = ID.matcher(accepted);
        if (!id.find()) {
            throw new IllegalStateException("the simulator did not accept the request");
        }
        return Requests.post(
                endpoint("/token"),
                CREDENTIALS + "&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id=" + id.group(1));
    }

    private URI endpoint(String path) {
        return URI.create(simulator.issuer() + "/protocol/openid-connect" + path);
    }

    URI address() {
        return simulator.issuer();
    }

    /** One poll of each login. */
    List<byte[]> polls() {
        return polls;
    }

    /** Makes each login due for its next poll. */
    void nextRound() {
        clock.advance(INTERVAL);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
