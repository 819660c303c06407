package io.github.pscsdk.example.santefr.introspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionClientTest {
    private HttpServer server;
    private volatile int status = 200;
    private volatile byte[] answer = new byte[0];
    private volatile int missing;
    private volatile String request = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/introspect", exchange -> {
            request = exchange.getRequestMethod()
                    + " " + exchange.getRequestHeaders().getFirst("Authorization")
                    + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length + missing);
            exchange.getResponseBody().write(answer);
            exchange.getResponseBody().flush();
            if (missing == 0) {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asks_with_form_encoded_client_credentials() throws Exception {
        answer = "{\"active\":true,\"SubjectNameID\":\"899999100011\"}".getBytes(StandardCharsets.UTF_8);

        var caller = introspection().identify("a+b/c==");

        assertEquals(Optional.of(new Caller("899999100011", List.of())), caller);
        // printf 'form%3A1:s%C3%A9cret+%25' | base64
        assertEquals("POST Basic Zm9ybSUzQTE6cyVDMyVBOWNyZXQrJTI1 token=a%2Bb%2Fc%3D%3D", request);
    }

    @Test
    void an_answer_of_more_than_one_mebibyte_is_not_read() {
        answer = new byte[2 * 1024 * 1024];

        assertThrows(IOException.class, () -> introspection().identify("s3cret"));
    }

    @Test
    void a_server_that_stops_in_the_middle_of_its_answer_is_a_failure() {
        answer = "{\"active\":".getBytes(StandardCharsets.UTF_8);
        missing = 100;

        assertThrows(
                InterruptedIOException.class,
                () -> introspection(Duration.ofMillis(300)).identify("s3cret"));
    }

    @Test
    void a_server_that_is_not_there_is_a_failure() {
        var introspection = introspection(ReservedPort.next(), Duration.ofSeconds(10));

        assertThrows(IOException.class, () -> introspection.identify("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.fr/introspect",
                "http://127.0.0.1.example.fr/",
                "ftp://127.0.0.1/",
                "http:///x",
                "/x"
            })
    void a_token_never_travels_unprotected(String endpoint) {
        var uri = URI.create(endpoint);

        assertThrows(IllegalArgumentException.class, () -> IntrospectionClient.at(uri, "form", "s3cret"));
    }

    @Test
    void it_does_not_print_its_secret() {
        assertFalse(introspection().toString().contains("cret"));
    }

    private IntrospectionClient introspection() {
        return introspection(Duration.ofSeconds(10));
    }

    private IntrospectionClient introspection(Duration limit) {
        return introspection(server.getAddress().getPort(), limit);
    }

    private static IntrospectionClient introspection(int port, Duration limit) {
        var endpoint = "http://127.0.0.1:" + port + "/introspect";
        return IntrospectionClient.at(URI.create(endpoint), "form:1", "sécret %", limit);
    }
}
