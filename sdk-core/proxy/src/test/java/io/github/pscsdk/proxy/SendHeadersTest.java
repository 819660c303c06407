package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.SocketCaller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every header passes {@code /send}, but for those of the connection and those that are ours. */
class SendHeadersTest {
    private static final String TOKEN = "t".repeat(10_000);
    private static final String LONG_TOKEN = "{\"access_token\":\"" + TOKEN
            + "\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\","
            + "\"token_type\":\"Bearer\",\"expires_in\":300}";

    private static RawPeer backend;
    private static RawPeer wordy;
    private static RawPeer endless;
    private static EchoBackend exchanging;
    private static Bench bench;
    private static String cookie;
    private static String response = RawPeer.OK;

    @BeforeAll
    static void start() throws Exception {
        backend = new RawPeer(connection -> {
            while (connection.readHead()) {
                connection.write(response);
            }
        });
        var kibibyte = "X-Long: " + "x".repeat(1014) + "\r\n";
        wordy = new RawPeer(
                RawPeer.Manner.answering("HTTP/1.1 200 OK\r\n" + kibibyte.repeat(20) + "Content-Length: 2\r\n\r\nok"));
        endless = new RawPeer(RawPeer.Manner.endless("HTTP/1.1 200 OK\r\n", "X-More: 1\r\n"));
        exchanging = new EchoBackend();
        exchanging.answer(new EchoBackend.Programme(
                200, Map.of("Content-Type", "application/json"), LONG_TOKEN.getBytes(StandardCharsets.US_ASCII)));
        var audience = ApiAudience.of("exchanging", URI.create(exchanging.address() + "/token"), Bench.API);
        bench = Bench.start(builder -> builder.backend("bare", backend.uri())
                .backend("wordy", wordy.uri())
                .backend("endless", endless.uri())
                .backend(exchanging.address(), audience));
        cookie = "Cookie: proxy_session_id=" + bench.loggedIn().cookie() + "\r\n";
    }

    @AfterAll
    static void stop() throws Exception {
        bench.close();
        backend.close();
        wordy.close();
        endless.close();
        exchanging.close();
    }

    private static String send(String method, String headers) throws Exception {
        try (var caller = new SocketCaller(bench.proxy.address())) {
            var head = caller.send(SocketCaller.head(method + " /send/bare/a", Bench.TOKEN, cookie + headers))
                    .readHead();
            assertTrue(head.startsWith("HTTP/1.1 200"), head);
            return head;
        }
    }

    private static List<String> lines(String head) {
        return head.lines().skip(1).filter(line -> !line.isEmpty()).toList();
    }

    private static TreeSet<String> names(String head) {
        return lines(head).stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_request_keeps_its_headers() throws Exception {
        send("GET", """
                Accept: text/csv\r
                User-Agent: lps/1.0\r
                X-Anything: one\r
                X-Anything: two\r
                If-None-Match: "v1"\r
                Accept-Encoding: gzip\r
                Traceparent: 00-1-2-01\r
                X-Forwarded-For: 203.0.113.7\r
                """);

        var received = lines(backend.heads().get(backend.heads().size() - 1));
        for (var line : List.of(
                "Accept: text/csv",
                "User-Agent: lps/1.0",
                "X-Anything: one",
                "X-Anything: two",
                "If-None-Match: \"v1\"",
                "Accept-Encoding: gzip",
                "Traceparent: 00-1-2-01",
                "X-Forwarded-For: 203.0.113.7")) {
            assertTrue(received.contains(line), line + " is not among " + received);
        }
    }

    @Test
    void a_request_loses_what_is_of_the_connection_and_what_is_ours() throws Exception {
        send("GET", """
                Connection: X-Of-The-Connection, Upgrade\r
                X-Of-The-Connection: 1\r
                Keep-Alive: timeout=5\r
                TE: trailers\r
                Upgrade: h2c\r
                Proxy-Authorization: Basic eA==\r
                Proxy-Connection: keep-alive\r
                Psc-Proxy-Error: PSC-001\r
                """);

        var head = backend.heads().get(backend.heads().size() - 1);
        assertEquals(new TreeSet<>(List.of("host")), names(head));
        assertFalse(head.contains("Host: proxy"), "the proxy's own host");
    }

    @Test
    void nothing_is_added_to_a_request() throws Exception {
        send("POST", "Content-Length: 0\r\n");

        var names = names(backend.heads().get(backend.heads().size() - 1));
        names.remove("content-length");
        assertEquals(new TreeSet<>(List.of("host", "connection")), names);
    }

    @Test
    void long_headers_reach_the_backend_with_a_long_token() throws Exception {
        try (var caller = new SocketCaller(bench.proxy.address())) {
            var more = cookie + "X-Long: " + "x".repeat(6000) + "\r\n";
            var head = caller.send(SocketCaller.head("GET /send/exchanging/a", Bench.TOKEN, more))
                    .readHead();

            assertTrue(head.startsWith("HTTP/1.1 200"), head);
        }
        assertEquals("Bearer " + TOKEN, exchanging.last().header("Authorization"));
        assertEquals(6000, exchanging.last().header("X-long").length());
    }

    @Test
    void a_response_whose_headers_are_too_long_or_do_not_end_is_a_502() throws Exception {
        for (var path : List.of("/send/wordy/a", "/send/endless/a")) {
            try (var caller = new SocketCaller(bench.proxy.address())) {
                var head = caller.send(SocketCaller.head("GET " + path, Bench.TOKEN, cookie))
                        .readHead();
                assertTrue(head.startsWith("HTTP/1.1 502"), head);
                assertTrue(head.contains("Psc-Proxy-Error: PSC-025"), head);
            }
        }
    }

    @Test
    void a_response_keeps_its_headers() throws Exception {
        response =
                "HTTP/1.1 200 OK\r\nServer: theirs\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nX-Rate: 1\r\nX-Rate: 2\r\n"
                        + "Link: </a>; rel=next\r\nContent-Encoding: gzip\r\nContent-Range: bytes 0-1/2\r\nVary: *\r\n"
                        + "WWW-Authenticate: Bearer\r\nContent-Length: 2\r\n\r\nok";

        var received = lines(send("GET", ""));

        for (var line : lines(response.substring(0, response.indexOf("\r\n\r\n")))) {
            assertTrue(received.contains(line), line + " is not among " + received);
        }
        assertEquals(
                1, received.stream().filter(line -> line.startsWith("Date:")).count());
    }

    @Test
    void a_response_loses_what_is_of_the_connection_and_what_is_ours() throws Exception {
        response =
                "HTTP/1.1 200 OK\r\nConnection: X-Of-The-Connection\r\nX-Of-The-Connection: 1\r\nKeep-Alive: timeout=5\r\n"
                        + "Proxy-Authenticate: Basic\r\nSet-Cookie: a=b\r\nPsc-Proxy-Error: PSC-001\r\nUpgrade: h2c\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";

        var names = names(send("GET", ""));

        names.removeAll(List.of("transfer-encoding", "content-length"));
        names.remove("date");
        assertEquals(new TreeSet<>(), names);
    }
}
