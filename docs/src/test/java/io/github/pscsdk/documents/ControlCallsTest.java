package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The calls of the control API that a page shows, each sent to a simulator. */
class ControlCallsTest {
    private static final Pattern CALL =
            Pattern.compile("curl(?: -X (?<method>[A-Z]+))?(?: -d (?<form>\\S+))? \\$CONTROL(?<path>/\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();

    static boolean isCall(String line) {
        return CALL.matcher(line).matches();
    }

    @Test
    void each_call_of_a_page_is_answered() throws Exception {
        var calls = Markdown.pages().stream()
                .flatMap(page -> page.snippets().stream())
                .flatMap(snippet -> snippet.lines().stream())
                .filter(ControlCallsTest::isCall)
                .toList();
        assertTrue(calls.size() > 5, calls::toString);

        try (var simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret("my-software", "not-a-secret"))
                .clock(VirtualClock.running(Clock.systemUTC()))
                .start()) {
            askAPhone(simulator);
            var pending = simulator.pending().get(0).id();
            for (var call : calls) {
                assertEquals(2, status(simulator, call.replace("$ID", pending)) / 100, call);
            }
        }
    }

    /** A login of somebody who never answers. */
    private void askAPhone(PscSimulator simulator) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(simulator.issuer() + "/protocol/openid-connect/ext/ciba/auth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("client_id=my-software&client_secret=not-a-secret"
                                + "&scope=openid%20scope_all&acr_values=eidas1&login_hint=899999100060"
                                + "&binding_message=07&channel=MOBILE"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    /** Sends what curl would. */
    private int status(PscSimulator simulator, String line) throws Exception {
        var call = CALL.matcher(line);
        assertTrue(call.matches(), line);
        var form = Optional.ofNullable(call.group("form"));
        var method = Optional.ofNullable(call.group("method")).orElse(form.isPresent() ? "POST" : "GET");
        var request = HttpRequest.newBuilder(simulator.control().resolve(call.group("path")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form.orElse("")))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
