package io.github.pscsdk.proxytools.internal.conformity.probe;

import io.github.pscsdk.proxytools.internal.conformity.json.JsonResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The simulator that a proxy talks to, seen through its control API. */
public final class Simulator {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final HttpCalls control;

    /** The one whose control API is there. */
    public Simulator(URI control) {
        this.control = new HttpCalls(TrustedAuthorities.ofThePlatform().client(), control, Map.of());
    }

    /** Whether an address is one of this machine: simulators listen nowhere else. */
    public static boolean isWhereSimulatorsAre(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    /** Its time. */
    Instant now() throws IOException, InterruptedException {
        return control.get("/clock").document().text("now").map(Instant::parse).orElseThrow(Simulator::silent);
    }

    /** Lets time pass, if its clock can be moved. */
    boolean advance(Duration step) throws IOException, InterruptedException {
        return control.form("POST", "/clock/advance", "by=" + step).status() == 200;
    }

    /** How many requests reached that endpoint so far. */
    int count(String endpoint) throws IOException, InterruptedException {
        return requests()
                .count(
                        "requests",
                        request -> request.text("endpoint")
                                .filter(endpoint::equals)
                                .isPresent());
    }

    /** A parameter of the last request to that endpoint. */
    Optional<String> last(String endpoint, String parameter) throws IOException, InterruptedException {
        return requests().list("requests").stream()
                .filter(request ->
                        request.text("endpoint").filter(endpoint::equals).isPresent())
                .reduce((former, later) -> later)
                .flatMap(request -> request.member("form").text(parameter));
    }

    private JsonResponse requests() throws IOException, InterruptedException {
        return control.get("/requests").document();
    }

    /** Whether that session lives. */
    boolean hasSession(String id) throws IOException, InterruptedException {
        return control.get("/sessions")
                        .document()
                        .count(
                                "sessions",
                                session -> session.text("id").filter(id::equals).isPresent())
                > 0;
    }

    /** Confirms, in the place of that fictitious professional, whatever waits for them. */
    void approve(String nationalId) throws IOException, InterruptedException {
        for (var waiting : control.get("/pending").document().list("pending")) {
            if (waiting.text("nationalId").filter(nationalId::equals).isPresent()) {
                control.form(
                        "POST", "/pending/" + waiting.text("id").orElseThrow(Simulator::silent), "outcome=APPROVED");
            }
        }
    }

    /** Sends wrong nonces from now on. */
    void sendWrongNonces() throws IOException, InterruptedException {
        if (control.form("PUT", "/dials/token-defect", "value=WRONG_NONCE").status() != 204) {
            throw silent();
        }
    }

    /** Sends what was sent again. */
    void sendRightNonces() throws IOException, InterruptedException {
        control.delete("/dials/token-defect");
    }

    private static IOException silent() {
        return new IOException("no control API of a simulator");
    }
}
