package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form as a socket that says what it likes. */
class FormReceiverTest {
    private static final Duration LIMIT = Duration.ofMillis(700);

    private static FormResponse send(RawPeer form, Duration limit) throws PscException {
        var http = FormReceiver.client(new PublicBaseUri(form.uri().resolve("/")), limit);
        return FormReceiver.send(http.get().uri("/declarations"), "token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n", "HTTP/1.1 201 Created\r\nX: "})
    void an_answer_that_never_ends_is_given_up_and_its_connection_closed(String beginning) throws Exception {
        var drips = RawPeer.Manner.dripping(beginning + "x".repeat(100_000), Duration.ofMillis(2));
        var closed = new CountDownLatch(1);
        var peer = new RawPeer(connection -> {
            try {
                drips.treat(connection);
            } finally {
                closed.countDown();
            }
        });
        try (peer) {
            var failure = assertThrows(PscException.class, () -> send(peer, LIMIT));

            assertEquals(LoginProblem.API_UNAVAILABLE, failure.problem());
            Await.latch("the connection is closed", closed);
        }
    }

    @Test
    void an_answer_that_is_there_in_time_is_read_to_its_end() throws Exception {
        var peer = new RawPeer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
        });
        try (peer) {
            var answer = send(peer, Await.LIMIT);

            assertEquals(200, answer.status());
            assertEquals("whole", new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
