package io.github.pscsdk.benchmark.json;

import io.github.pscsdk.benchmark.wire.Connection;
import io.github.pscsdk.benchmark.wire.Requests;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.persona.UserInfoVariant;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Dial;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** A UserInfo document with five activities, as the simulator serves it to whoever logs in by the back channel. */
public final class SimulatedUserInfo {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String CREDENTIALS = "client_id=editeur-demo&client_secret=a-fictitious-secret";

    private SimulatedUserInfo() {}

    /** Logs in, and reads it. */
    public static String document() {
        var clock = VirtualClock.standing();
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret("editeur-demo", "a-fictitious-secret"))
                        .clock(clock)
                        .interval(INTERVAL)
                        .start();
                var connection = Connection.to(simulator.issuer())) {
            simulator.dials().turn(Dial.USER_INFO, UserInfoVariant.F_FIVE_ACTIVITIES);
            var base = simulator.issuer() + "/protocol/openid-connect";
            var begun = connection.exchange(Requests.post(
                    URI.create(base + "/ext/ciba/auth"),
                    CREDENTIALS + "&scope=openid+scope_all&acr_values=eidas1&channel=MOBILE&binding_message=42"
                            + "&login_hint=" + Personas.PHARMACIST.value()));
            var poll = Requests.post(
                    URI.create(base + "/token"),
                    CREDENTIALS + "&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id="
                            + member(begun.body(), "auth_req_id"));
            var answer = connection.exchange(poll);
            for (var i = 0; i < 5 && answer.status() == 400; i++) {
                clock.advance(INTERVAL);
                answer = connection.exchange(poll);
            }
            var token = member(answer.body(), "access_token");
            return connection
                    .exchange(Requests.get(URI.create(base + "/userinfo"), token))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator could not be read", e);
        }
    }

    private static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the simulator gave no " + name);
        }
        return found.group(1);
    }
}
