package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.EchoBackend.Programme;
import io.github.pscsdk.testkit.peer.SocketCaller;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of {@code /send}, all within one session. */
class SendTest {
    @AutoClose
    private static Bench bench;

    private static ProxyCalls session;

    @BeforeAll
    static void log_in() throws Exception {
        bench = Bench.start();
        session = bench.loggedIn();
    }

    @BeforeEach
    void echo() {
        bench.backend.answer(Programme.text(200, "echo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void each_method_is_forwarded(String method) throws Exception {
        var body = method.equals("GET") ? "" : "{\"a\":1}";

        var answer = session.call(method, "/send/form/declarations/12?sort=a%20b&x=1", body);

        assertEquals("echo", answer.text());
        var received = bench.backend.last();
        assertEquals(method, received.method());
        assertEquals("/declarations/12", received.path());
        assertEquals("sort=a%20b&x=1", received.query());
        assertEquals(body, received.body());
    }

    @Test
    void a_body_of_untold_length_is_forwarded() throws Exception {
        try (var caller = new SocketCaller(bench.proxy.address())) {
            caller.send(SocketCaller.head(
                            "POST /send/open/a",
                            Bench.TOKEN,
                            "Cookie: proxy_session_id=" + session.cookie() + "\r\nTransfer-Encoding: chunked\r\n"))
                    .send("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n");
            assertTrue(caller.readHead().startsWith("HTTP/1.1 200"));
        }

        assertEquals("onetwo", bench.backend.last().body());
    }

    @Test
    void each_backend_gets_its_own_token() throws Exception {
        session.get("/send/form/a");
        var first = bench.backend.last();
        session.get("/send/signer/a");
        var second = bench.backend.last();

        assertTrue(first.header("Authorization").startsWith("Bearer ey"));
        assertTrue(second.header("Authorization").startsWith("Bearer ey"));
        assertNotEquals(first.header("Authorization"), second.header("Authorization"));
    }

    @Test
    void a_backend_without_exchange_gets_no_token() throws Exception {
        session.get("/send/open/a");

        assertEquals("", bench.backend.last().header("Authorization"));
    }

    @Test
    void neither_cookie_nor_application_token_reaches_a_backend() throws Exception {
        session.with("X-Other", "1").get("/send/open/a");

        assertEquals("", bench.backend.last().header("Cookie"));
        assertEquals("1", bench.backend.last().header("X-other"));
    }

    @Test
    void headers_that_describe_the_request_are_forwarded() throws Exception {
        session.with("Content-Type", "application/json")
                .with("Accept", "text/csv")
                .with("Accept-Language", "fr")
                .with("Idempotency-Key", "key-1")
                .with("If-Match", "\"v1\"")
                .call("PUT", "/send/open/a", "{}");

        var received = bench.backend.last();
        assertEquals("application/json", received.header("Content-type"));
        assertEquals("text/csv", received.header("Accept"));
        assertEquals("fr", received.header("Accept-language"));
        assertEquals("key-1", received.header("Idempotency-key"));
        assertEquals("\"v1\"", received.header("If-match"));
    }

    @Test
    void the_answer_comes_back_unchanged() throws Exception {
        var bytes = new byte[] {0, 1, (byte) 0xff, 'x'};
        bench.backend.answer(new Programme(
                422,
                Map.of(
                        "Content-Type",
                        "application/problem+json",
                        "ETag",
                        "\"v2\"",
                        "Location",
                        "/a/1",
                        "Retry-After",
                        "7",
                        "Set-Cookie",
                        "a=b",
                        "WWW-Authenticate",
                        "Bearer"),
                bytes));

        var answer = session.get("/send/open/a");

        assertEquals(422, answer.status());
        assertArrayEquals(bytes, answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("\"v2\"", answer.header("ETag"));
        assertEquals("/a/1", answer.header("Location"));
        assertEquals("7", answer.header("Retry-After"));
        assertEquals("", answer.header("Set-Cookie"));
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    @Test
    void an_answer_without_a_type_gets_none() throws Exception {
        bench.backend.answer(new Programme(200, Map.of(), "x".getBytes(StandardCharsets.UTF_8)));

        assertEquals("", session.get("/send/open/a").header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 404, 500, 503})
    void a_status_of_the_backend_is_not_taken_for_one_of_the_proxy(int status) throws Exception {
        bench.backend.answer(new Programme(status, Map.of("Location", "/elsewhere"), new byte[0]));

        var answer = session.get("/send/open/a");

        assertEquals(status, answer.status());
        assertEquals("", answer.text());
        assertEquals("", answer.header("Psc-Proxy-Error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void without_a_session_each_method_is_a_401_with_the_error_body(String method) throws Exception {
        assertNoSession(bench.calls().call(method, "/send/form/a", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void with_a_bogus_session_each_method_is_a_401_with_the_error_body(String method) throws Exception {
        assertNoSession(
                bench.calls().withCookie("0123456789abcdef0123456789abcdef").call(method, "/send/form/a", ""));
    }

    private static void assertNoSession(Answer answer) {
        assertEquals(401, answer.status());
        assertEquals("401", answer.json("/code"));
        assertEquals("PSC-006", answer.header("Psc-Proxy-Error"));
    }

    @Test
    void an_unavailable_backend_is_a_503() throws Exception {
        var answer = session.get("/send/down/a");

        assertEquals(503, answer.status());
        assertEquals("", answer.text());
        assertEquals("PSC-025", answer.header("Psc-Proxy-Error"));
    }

    @Test
    void an_answer_that_is_too_large_is_a_502() throws Exception {
        bench.backend.answer(new Programme(200, Map.of(), new byte[8 * 1024 * 1024 + 1]));

        assertEquals(502, session.get("/send/open/a").status());
    }

    @Test
    void a_request_that_is_too_large_is_a_413() throws Exception {
        assertEquals(
                413,
                session.call("POST", "/send/open/a", "x".repeat(8 * 1024 * 1024 + 1))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "FORM", "form2", "for"})
    void an_unknown_backend_is_a_404(String name) throws Exception {
        var answer = session.get("/send/" + name + "/a");

        assertEquals(404, answer.status());
        assertEquals("PSC-045", answer.header("Psc-Proxy-Error"));
    }

    /** As an attacker writes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/send/signer/../secret",
                "/send/signer/a/../../secret",
                "/send/signer/%2e%2e/secret",
                "/send/signer/a%2f..%2f..%2fsecret",
                "/send/signer/..%2fsecret",
                "/send/signer/..;x/secret",
                "/send/signer/..%5csecret",
                "/send/signer/%252e%252e/secret",
                "/send/signer//127.0.0.1/secret",
                "/send/./signer/../secret",
                "/send/signer/a%00b",
                "/%73end/signer/secret",
                "/send/signe%72/secret",
            })
    void no_path_leaves_the_base_address_of_its_backend(String path) throws Exception {
        var before = bench.backend.received().size();

        var status = raw("GET " + path + " HTTP/1.1");

        assertTrue(status.startsWith("HTTP/1.1 4"), status);
        assertEquals(before, bench.backend.received().size());
    }

    /** A client library would tidy the path up. */
    private static String raw(String requestLine) throws Exception {
        var address = bench.proxy.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\nHost: proxy\r\nConnection: close\r\nAuthorization: Bearer " + Bench.TOKEN
                            + "\r\nCookie: proxy_session_id=" + session.cookie() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("");
        }
    }
}
