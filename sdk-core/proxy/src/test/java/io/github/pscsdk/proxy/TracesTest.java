package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of {@code GET /traces}; those with certificates are in {@link MutualTlsTest}. */
class TracesTest {
    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(builder -> builder.trustedReverseProxies("127.0.0.1"));
    }

    private JsonView trace(String type) throws Exception {
        return bench.operator().trace(type).orElseThrow(() -> new AssertionError("no trace " + type));
    }

    @Test
    void a_login_is_traced_with_its_session() throws Exception {
        var before = Clock.systemUTC().instant();

        var answer = bench.calls()
                .with("X-Forwarded-For", "203.0.113.7")
                .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

        var trace = trace("CONNECT_SUCCESS");
        assertEquals(Bench.CLIENT, trace.text("/clientId"));
        assertEquals(Bench.PHARMACIST, trace.text("/IdRPPS"));
        assertEquals("203.0.113.7", trace.text("/ipAddress"));
        assertEquals(answer.json("/proxy_session_id"), trace.text("/proxy_id_session"));
        assertEquals(answer.json("/session_state"), trace.text("/session_state"));
        assertEquals(String.valueOf(bench.proxy.address().getPort()), trace.text("/ports/1"));
        assertTrue(Instant.parse(trace.text("/timestamp")).isAfter(before));
        assertFalse(trace.has("/dn"));
        assertFalse(trace.has("/apiRequest"));
    }

    @Test
    void an_array_of_more_than_fits_an_answer_is_refused(@TempDir Path folder) throws Exception {
        try (var traced = Bench.start(builder -> builder.traces(folder, Optional.empty()))) {
            traced.calls().connect(ConnectBody.of(Bench.PHARMACIST, "nobody"));
            Path file;
            try (var files = Files.list(folder)) {
                file = files.filter(Files::isRegularFile)
                        .filter(named -> named.toString().endsWith(".jsonl"))
                        .findFirst()
                        .orElseThrow();
            }
            var line = Files.readString(file);
            Files.writeString(file, line.repeat(20_000), StandardOpenOption.APPEND);
            var period = "?start=2020-01-01T00:00:00Z";

            assertEquals(400, traced.operator().get("/traces" + period).status());
            assertEquals(200, traced.operator().get("/v1/traces" + period).status());
        }
    }

    @Test
    void a_replay_has_its_own_type_and_the_same_session_state() throws Exception {
        var first = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

        bench.calls().withCookie(first.sessionCookie()).connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

        var trace = trace("CONNECT_REPLAY");
        assertEquals(first.json("/session_state"), trace.text("/session_state"));
        assertEquals(first.json("/proxy_session_id"), trace.text("/proxy_id_session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100045", "899999100086", "899999100102"})
    void a_failure_is_traced(String nationalId) throws Exception {
        bench.calls().connect(ConnectBody.of(nationalId, Bench.CLIENT));

        var trace = trace("CONNECT_FAILURE");
        assertEquals(Bench.CLIENT, trace.text("/clientId"));
        assertEquals(nationalId, trace.text("/IdRPPS"));
        assertFalse(trace.has("/proxy_id_session"));
        assertFalse(trace.has("/session_state"));
    }

    @Test
    void a_failure_for_want_of_a_client_id_is_traced_without_one() throws Exception {
        bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT).without("clientId"));

        assertFalse(trace("CONNECT_FAILURE").has("/clientId"));
    }

    @Test
    void each_method_sent_is_traced_with_session_user_client_address_method_and_path() throws Exception {
        var session = bench.loggedIn().with("X-Forwarded-For", "203.0.113.7");
        for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            session.call(method, "/send/signer/sign/1?secret=x", "");

            var trace = trace("SEND");
            assertEquals("signer", trace.text("/apiRequest/nomApiPsc"));
            assertEquals(method, trace.text("/apiRequest/methode"));
            assertEquals("/base/sign/1", trace.text("/apiRequest/path"));
            assertEquals(Bench.PHARMACIST, trace.text("/IdRPPS"));
            assertEquals(Bench.CLIENT, trace.text("/clientId"));
            assertEquals(session.cookie(), trace.text("/proxy_id_session"));
            assertFalse(trace.text("/session_state").isEmpty());
            assertEquals("203.0.113.7", trace.text("/ipAddress"));
        }
    }

    @Test
    void a_disconnect_is_traced() throws Exception {
        var session = bench.loggedIn();

        session.disconnect();

        assertEquals(session.cookie(), trace("DISCONNECT").text("/proxy_id_session"));
    }

    @Test
    void start_and_end_may_be_in_utc_or_with_an_offset() throws Exception {
        var traced = failure("nobody-1");
        var inParis = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(2));

        assertEquals(1, count("nobody-1", "?start=" + traced.minusMillis(1) + "&end=" + traced.plusMillis(1)));
        var start = inParis.format(traced.minusMillis(1));
        var end = inParis.format(traced.plusMillis(1));
        var encoded = "?start=" + start.replace("+", "%2B") + "&end=" + end.replace("+", "%2B");
        assertEquals(1, count("nobody-1", encoded));
        assertEquals(1, count("nobody-1", "?start=" + start + "&end=" + end), "a plus that nobody encoded");
        assertEquals(1, count("nobody-1", "?start=" + start.replace("+02:00", "%2B0200")));
    }

    @Test
    void start_and_end_are_outside() throws Exception {
        var traced = failure("nobody-2");

        assertEquals(0, count("nobody-2", "?start=" + traced));
        assertEquals(0, count("nobody-2", "?start=" + traced.minusSeconds(1) + "&end=" + traced));
    }

    private Instant failure(String clientId) throws Exception {
        bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, clientId));
        return Instant.parse(trace("CONNECT_FAILURE").text("/timestamp"));
    }

    private static long count(String clientId, String query) throws Exception {
        return JsonView.of(bench.operator().get("/traces" + query).body()).elements().stream()
                .filter(trace -> trace.text("/clientId").equals(clientId))
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?start=yesterday",
                "?start=2026-01-01",
                "?start=2026-01-01T00:00:00",
                "?start=2026-01-01T00:00:00Z&end=never"
            })
    void a_period_that_is_none_is_a_400(String query) throws Exception {
        var answer = bench.operator().get("/traces" + query);

        assertEquals(400, answer.status());
        assertEquals("400", answer.json("/code"));
    }

    @Test
    void an_installation_may_not_read_the_traces_of_all() throws Exception {
        assertEquals(
                403, bench.calls().get("/traces?start=2026-01-01T00:00:00Z").status());
    }
}
