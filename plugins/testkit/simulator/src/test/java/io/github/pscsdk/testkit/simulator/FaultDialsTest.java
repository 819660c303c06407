package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.internal.model.Fault;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of an endpoint that is dialled to fail. */
class FaultDialsTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";

    private URI certs() {
        return caller.endpoint("certs");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void an_outage_on_one_endpoint_only(int status) throws Exception {
        var id = caller.start(PHARMACIST).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        simulator.turn("fault-token", String.valueOf(status));

        assertEquals(status, caller.poll(id).status());
        caller.get(certs()).assertOk();
        simulator.reset("fault-token");
        caller.poll(id).assertOk();
    }

    @Test
    void a_slow_answer() throws Exception {
        simulator.turn("fault-jwks", "PT10M");
        var impatient =
                HttpRequest.newBuilder(certs()).timeout(Duration.ofMillis(300)).build();

        var http = HttpClient.newHttpClient();
        var slow = Stream.generate(() -> http.sendAsync(impatient, HttpResponse.BodyHandlers.discarding()))
                .limit(6)
                .toList();
        for (var answer : slow) {
            var failure = assertThrows(ExecutionException.class, answer::get);
            assertInstanceOf(HttpTimeoutException.class, failure.getCause());
        }

        // More requests than the simulator has threads: none of them waits.
        caller.start(PHARMACIST).assertOk();
    }

    @Test
    void a_delayed_answer_arrives() throws Exception {
        simulator.turn("fault-jwks", "PT0.02S");

        assertEquals(1, caller.get(certs()).assertOk().json().get("keys").size());
    }

    @Test
    void a_dropped_connection_after_the_request_was_processed() throws Exception {
        var tokens = login(PHARMACIST);
        simulator.turn("fault-token", "DROPPED");

        assertThrows(IOException.class, () -> caller.refresh(tokens.text("refresh_token")));

        simulator.resetDials();
        caller.refresh(tokens.text("refresh_token")).assertRefused(400, "invalid_grant");
    }

    @Test
    void a_truncated_body() throws Exception {
        var token = login(PHARMACIST).text("access_token");
        simulator.turn("fault-userinfo", "TRUNCATED");

        assertThrows(IOException.class, () -> caller.userInfo(token));
    }

    @Test
    void an_oversized_body() throws Exception {
        simulator.turn("fault-jwks", "OVERSIZED");

        var answer = caller.get(certs()).assertOk();

        assertTrue(answer.response().body().length() > 4 * 1024 * 1024);
        assertEquals(1, answer.json().get("keys").size());
    }

    @Test
    void a_member_that_is_there_twice() throws Exception {
        var token = login(PHARMACIST).text("access_token");
        simulator.turn("fault-userinfo", "DUPLICATE_MEMBER");

        var body = caller.userInfo(token).assertOk().response().body();

        assertTrue(body.matches("\\{\"sub\":\"twin\",\"sub\":\"[0-9a-f-]{36}\".*}"));
    }

    @Test
    void a_fault_of_the_next_two_requests_is_over_at_the_third() throws Exception {
        simulator.turn("fault-jwks", "503 x2");

        assertEquals(503, caller.get(certs()).status());
        assertEquals(Map.of("fault-jwks", "503 x1"), simulator.dials());
        assertEquals(503, caller.get(certs()).status());

        assertEquals(200, caller.get(certs()).status());
        assertTrue(simulator.dials().isEmpty());
    }

    @Test
    void requests_at_the_same_time_share_the_limit_of_a_fault() throws Exception {
        simulator.turn("fault-jwks", "503 x10");
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(certs()).build();

        var failed = Stream.generate(() -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .limit(20)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503)
                .count();

        assertEquals(10, failed);
    }

    @Test
    void a_slow_connect_takes_no_notice_of_the_request() throws Exception {
        simulator.turn("slow-connect-auth", "PT10M");
        var impatient =
                HttpRequest.newBuilder(certs()).timeout(Duration.ofMillis(300)).build();

        assertThrows(
                HttpTimeoutException.class,
                () -> HttpClient.newHttpClient().send(impatient, HttpResponse.BodyHandlers.discarding()));

        // A delayed answer would have been recorded, and given.
        assertEquals(0, simulator.count(Endpoint.JWKS));
        assertEquals(
                302,
                new BrowserLogin(simulator, caller).open(BrowserLogin.request()).status(),
                "another host");
        simulator.resetDials();
        caller.get(certs()).assertOk();
    }

    @Test
    void a_slow_connect_lets_the_patient_in() throws Exception {
        simulator.turn("slow-connect-auth", "PT0.02S");

        caller.get(certs()).assertOk();
    }

    @Test
    void a_fault_is_read_from_its_text() {
        assertEquals(new Fault.Status(503), Fault.parse("503"));
        assertEquals(new Fault.Delay(Duration.ofSeconds(2)), Fault.parse("PT2S"));
        assertEquals(Fault.Broken.DROPPED, Fault.parse("dropped"));
        assertEquals("DROPPED x3", Fault.parse("dropped x3").toString());
        assertEquals("PT2S x7", Fault.parse("PT2S x7").toString());
        for (var wrong :
                new String[] {"200", "PT", "PT11M", "PT-1S", "slow", "", "503 x0", "503 x1001", "503x2", "503 x2 x2"}) {
            assertThrows(IllegalArgumentException.class, () -> Fault.parse(wrong), wrong);
        }
    }
}
