package io.github.pscsdk.proxytools.internal.conformity;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The simulator that a proxy talks to, seen through its control API. */
final class Simulator {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ConformityCalls control;

    Simulator(URI control) {
        this.control = ConformityCalls.to(control, Optional.empty());
    }

    /** Whether an address is one of this machine: simulators listen nowhere else. */
    static boolean isWhereSimulatorsAre(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    Instant now() throws IOException, InterruptedException {
        return control.get("/clock").document().text("now").map(Instant::parse).orElseThrow(Simulator::silent);
    }

    boolean advance(Duration step) throws IOException, InterruptedException {
        return control.form("POST", "/clock/advance", "by=" + step).status() == 200;
    }

    int count(String endpoint) throws IOException, InterruptedException {
        return requests(endpoint).size();
    }

    Optional<String> last(String endpoint, String parameter) throws IOException, InterruptedException {
        return requests(endpoint).stream()
                .reduce((former, later) -> later)
                .flatMap(request -> request.member("form").text(parameter));
    }

    private List<JsonResponse> requests(String endpoint) throws IOException, InterruptedException {
        return control.get("/requests").document().list("requests").stream()
                .filter(request -> request.has("endpoint", endpoint))
                .toList();
    }

    boolean hasSession(String id) throws IOException, InterruptedException {
        return control.get("/sessions").document().list("sessions").stream().anyMatch(session -> session.has("id", id));
    }

    void approve(String nationalId) throws IOException, InterruptedException {
        for (var waiting : control.get("/pending").document().list("pending")) {
            if (waiting.has("nationalId", nationalId)) {
                control.form(
                        "POST", "/pending/" + waiting.text("id").orElseThrow(Simulator::silent), "outcome=APPROVED");
            }
        }
    }

    void sendWrongNonces() throws IOException, InterruptedException {
        if (control.form("PUT", "/dials/token-defect", "value=WRONG_NONCE").status() != 204) {
            throw silent();
        }
    }

    void sendRightNonces() throws IOException, InterruptedException {
        control.delete("/dials/token-defect");
    }

    private static IOException silent() {
        return new IOException("no control API of a simulator");
    }
}
