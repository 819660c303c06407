package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No request is lost to a connection that the server half, or a gateway before it, has closed without saying so; and none comes twice. */
class ClosedConnectionsTest {
    @AutoClose
    private final MockServerHalf server = new MockServerHalf().withPage();

    /** A gateway before the server half. */
    private enum Front {
        KEEPS_CONNECTIONS(Duration.ofMinutes(5)) {
            @Override
            void pause(List<Thread> connections) {}
        },
        /** Often while the next request is on its way. */
        CLOSES_MEANWHILE(Duration.ZERO) {
            @Override
            void pause(List<Thread> connections) {}
        },
        HAS_CLOSED(Duration.ZERO) {
            @Override
            void pause(List<Thread> connections) throws InterruptedException {
                for (var connection : connections) {
                    Await.end("the gateway closes a connection", connection);
                }
            }
        };

        private final Duration idle;

        Front(Duration idle) {
            this.idle = idle;
        }

        /** Before the next request. */
        abstract void pause(List<Thread> connections) throws InterruptedException;
    }

    private final List<Thread> connections = new CopyOnWriteArrayList<>();
    private final PassingTime time = new PassingTime();

    @ParameterizedTest
    @EnumSource
    void every_call_of_a_login_and_of_its_session_comes_once(Front manner) throws Exception {
        Queue<String> states = new ArrayDeque<>(List.of(MockServerHalf.PENDING, MockServerHalf.CODE_NEEDED));
        Queue<String> codes = new ArrayDeque<>(List.of("111111", "222222"));
        server.answer("GET /v1/logins/login-1", () -> json(states.remove()));
        server.answer(
                "POST /v1/logins/login-1/code",
                () -> json(codes.isEmpty() ? MockServerHalf.DONE : MockServerHalf.CODE_NEEDED.replace("3", "2")));
        server.answer("POST /send/form/declarations", 201, "{}");
        server.answer("GET /send/form", 200, "{}");
        var person = new LoginDialog() {
            @Override
            public Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
                manner.pause(connections);
                return Optional.of(codes.remove());
            }
        };
        try (var front = front(manner.idle);
                var client = client(front, Fakes.authenticator("page", (request, context) -> {
                    context.environment();
                    manner.pause(connections);
                    return context.browser();
                }))) {
            var session =
                    time.during(() -> client.login(LoginRequest.using("page").withDialog(person)));
            manner.pause(connections);
            var sent = session.send(
                    ApiRequest.of("POST", "form", "declarations").withBody("application/json", "{}".getBytes(UTF_8)));
            manner.pause(connections);
            var read = session.send(ApiRequest.of("GET", "form", "declarations/1"));
            session.send(ApiRequest.of("DELETE", "form", "declarations/1"));
            session.send(ApiRequest.of("PUT", "form", "declarations/1"));
            session.send(ApiRequest.of("PATCH", "form", "declarations/1"));
            manner.pause(connections);
            session.signOut();

            assertEquals(List.of(201, 200), List.of(sent.status(), read.status()));
        }
        for (var once : List.of("POST /send", "DELETE /send", "PUT /send", "PATCH /send", "DELETE /disconnect")) {
            assertEquals(1, server.seen(once).size(), once);
        }
        assertEquals(3, server.seen("POST /v1/logins").size(), "one begins it, two give codes");
        assertEquals(
                List.of("{\"code\":\"111111\"}", "{\"code\":\"222222\"}"),
                server.seen("POST /v1/logins/login-1/code").stream()
                        .map(MockServerHalf.Seen::body)
                        .toList());
        assertEquals(List.of(), server.seen("DELETE /v1/logins"), "the login was never given up");
    }

    @Test
    void a_login_that_is_given_up_is_given_up_at_the_server_half_too() throws Exception {
        try (var front = front(Duration.ZERO);
                var client = client(front, Fakes.authenticator("page", (request, context) -> context.browser()))) {
            server.answer("GET /v1/logins/login-1", 200, MockServerHalf.PENDING);
            for (var login = 1; login <= 5; login++) {
                var number = login;
                var asked = server.seen("GET /v1/logins/login-1").size();
                var request = LoginRequest.using("page").withTimeout(Duration.ofSeconds(4));

                problemOf(() -> time.within(
                        Duration.ofSeconds(5),
                        () -> server.seen("POST /v1/logins").size() == number
                                && server.seen("GET /v1/logins/login-1").size() > asked,
                        () -> client.login(request)));

                assertEquals(login, server.seen("POST /v1/logins").size());
                Await.until(
                        "the login is given up at the server half",
                        () -> server.seen("DELETE /v1/logins/login-1").size() == number);
            }
        }
    }

    @Test
    void one_login_after_another_begins_over_whatever_connections_are_left() throws Exception {
        try (var front = front(Duration.ZERO);
                var client = client(front, Fakes.phone("page"))) {
            for (var login = 1; login <= 20; login++) {
                assertTrue(client.login(LoginRequest.using("page")).isActive());
                assertEquals(login, server.seen("POST /v1/logins").size());
            }
        }
    }

    private RawPeer front(Duration idle) {
        var passingOn = RawPeer.Manner.passingOn(server.address(), idle);
        return new RawPeer(connection -> {
            connections.add(Thread.currentThread());
            passingOn.treat(connection);
        });
    }

    private PscClient client(RawPeer front, Authenticator authenticator) {
        return Fakes.builder(front.uri())
                .authenticator(authenticator)
                .browser(page -> {})
                .clock(time.clock())
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }
}
