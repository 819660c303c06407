package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form as a socket that says what it likes. */
class FormReceiverTest {
    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private ServerSocket socket;

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    /** Sends the beginning, then the other text again and again until the connection is closed, which ends the future. */
    private CompletableFuture<Void> plays(String beginning, String thenAgainAndAgain) {
        return CompletableFuture.runAsync(() -> {
            try (var connection = socket.accept()) {
                var out = connection.getOutputStream();
                out.write(beginning.getBytes(StandardCharsets.UTF_8));
                out.flush();
                while (!thenAgainAndAgain.isEmpty()) {
                    out.write(thenAgainAndAgain.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (IOException | InterruptedException closed) {
                // By the receiver, which had enough of it.
            }
        });
    }

    private FormReceiver.Answer send() throws PscException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/declarations");
        return FormReceiver.send(http, HttpRequest.newBuilder(address).build(), LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n", "HTTP/1.1 201 Created\r\nX: "})
    void an_answer_that_never_ends_is_given_up_and_its_connection_closed(String beginning) {
        var form = plays(beginning, "x");

        var failure = assertTimeoutPreemptively(PATIENCE, () -> assertThrows(PscException.class, this::send));

        assertEquals(LoginProblem.API_UNAVAILABLE, failure.problem());
        assertTimeoutPreemptively(PATIENCE, form::join);
    }

    @Test
    void an_answer_that_is_there_in_time_is_read_to_its_end() throws Exception {
        plays("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole", "");

        var answer = send();

        assertEquals(200, answer.status());
        assertEquals("whole", new String(answer.body(), StandardCharsets.UTF_8));
    }
}
