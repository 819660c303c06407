package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths under {@code /send} as an attacker writes them. */
class SendPathTest {
    @AutoClose
    private static final Bench bench = Bench.start();

    private static ProxyCalls session;

    @BeforeAll
    static void log_in() throws Exception {
        session = bench.loggedIn();
    }

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
