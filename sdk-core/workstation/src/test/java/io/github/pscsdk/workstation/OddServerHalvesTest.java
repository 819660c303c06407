package io.github.pscsdk.workstation;

import static io.github.pscsdk.workstation.Failures.problemOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.RawPeer.Manner;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the server half does, each operation ends with a result or a problem within its deadline plus a second, and so does the next one. */
class OddServerHalvesTest {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final LoginRequest LOGIN = LoginRequest.using("phone").withTimeout(Duration.ofMillis(800));

    /**
     * A client whose session was opened before the server half became odd.
     *
     * @param plain another client, by ANS's plain contract
     */
    private record Workstation(PscClient client, PscClient plain, AuthenticationSession session, PassingTime time)
            implements AutoCloseable {

        static Workstation at(MockServerHalf mock, RawPeer server) throws Exception {
            var time = new PassingTime();
            var client = builder(server).clock(time.clock()).build();
            var plain = builder(server).clock(time.clock()).withPlainContract().build();
            var session = client.login(LoginRequest.using("phone"));
            time.clock().advance(Duration.ofSeconds(1));
            // The server half says that it cannot tell: nothing more is planned then.
            mock.await("GET /v1/session/end");
            Await.until("nothing is planned", () -> !time.clock().hasTaskWithin(Duration.ofMinutes(5)));
            return new Workstation(client, plain, session, time);
        }

        @Override
        public void close() {
            client.close();
            plain.close();
        }
    }

    private interface Call {
        Object on(Workstation workstation) throws Exception;
    }

    private interface Change {
        void of(RawPeer server) throws Exception;
    }

    private enum Operation {
        LOGIN_BY_PHONE(Duration.ofMillis(800), on -> on.client().login(LOGIN)),
        LOGIN_BY_THE_PLAIN_CONTRACT(Duration.ofMillis(800), on -> on.plain().login(LOGIN)),
        LOGIN_IN_BROWSER(
                Duration.ofMillis(800),
                on -> on.client().login(LoginRequest.using("browser").withTimeout(LOGIN.timeout()))),
        LOGIN_ASYNC(Duration.ofMillis(800), on -> failingWithCause(on.client().loginAsync(LOGIN))),
        DIAGNOSE(Duration.ofSeconds(5), on -> on.client().diagnose()),
        GET(Duration.ofSeconds(40), on -> on.session().send(OpenSession.READ)),
        POST(Duration.ofSeconds(40), on -> on.session().send(ApiRequest.of("POST", "form", "declarations"))),
        SIGN_OUT(Duration.ofSeconds(15), on -> {
            on.session().signOut();
            return "signed out";
        });

        private final Duration deadline;
        private final Call call;

        Operation(Duration deadline, Call call) {
            this.deadline = deadline;
            this.call = call;
        }
    }

    private enum Oddity {
        IS_SILENT(Manner.silent()),
        IS_SILENT_AFTER_THE_REQUEST(c -> {
            c.read();
            Manner.silent().treat(c);
        }),
        DRIPS_ITS_HEADERS(drip("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1000))),
        DRIPS_ITS_BODY(drip("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000))),
        CLOSES_AT_ONCE(c -> {}),
        CLOSES_AFTER_THE_REQUEST(RawPeer.Connection::read),
        RESETS(c -> {
            c.read();
            c.resetAtEnd();
        }),
        CUTS_ITS_ANSWER_OFF("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}"),
        HAS_ENDLESS_HEADERS(Manner.endless("HTTP/1.1 200 OK\r\n", "X: y\r\n")),
        HAS_AN_ENDLESS_BODY(Manner.endless("HTTP/1.1 200 OK\r\n\r\n", "xxxxxxxxxxxxxxxx")),
        SAYS_100_FOR_EVER(Manner.endless("", "HTTP/1.1 100 Continue\r\n\r\n")),
        HAS_A_NEGATIVE_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}"),
        HAS_A_LENGTH_OF_LETTERS("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n{}"),
        HAS_A_CHUNK_OF_LETTERS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n"),
        IS_NOT_GZIP("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
        HAS_A_NEGATIVE_STATUS("HTTP/1.1 -20 OK\r\n\r\n"),
        HAS_A_HEADER_WITHOUT_A_NAME("HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 2\r\n\r\n{}"),
        SPEAKS_SOMETHING_ELSE("SSH-2.0-OpenSSH_9.2\r\n"),
        WANTS_A_PASSWORD("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"),
        SWITCHES_PROTOCOLS("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
        LEADS_ELSEWHERE("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
        NAMES_AN_UNKNOWN_PROBLEM("HTTP/1.1 500 No\r\nPsc-Proxy-Error: PSC-999\r\nContent-Length: 0\r\n\r\n"),
        ANSWERS_WITHOUT_MEMBERS(json("{}")),
        ANSWERS_NULL(json("null")),
        ANSWERS_A_LIST(json("[null]")),
        ANSWERS_DEEPLY(json("[".repeat(100_000))),
        ANSWERS_WITH_OTHER_TYPES(json("{\"id\":[1],\"state\":{},\"contract\":7,\"environment\":null,\"findings\":{}}")),
        ANSWERS_WITH_ODD_VALUES(json("{\"id\":\"login-1\",\"authorizationUri\":\"::\",\"state\":\"CODE_NEEDED\","
                + "\"triesLeft\":1e999999999,\"contract\":\"\",\"environment\":\"\",\"findings\":[null]}")),
        ANSWERS_WITH_AN_ID_THAT_LEADS_ELSEWHERE(json("{\"id\":\"../disconnect\"}"));

        private final Manner manner;

        Oddity(Manner manner) {
            this.manner = manner;
        }

        Oddity(String bytes) {
            this(Manner.answering(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_operation_and_the_next_one_end_in_time(Oddity oddity) throws Exception {
        assertAllEnd(server -> server.becomes(oddity.manner), 1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void so_does_each_once_more(Oddity oddity) throws Exception {
        assertAllEnd(server -> server.becomes(oddity.manner), 2);
    }

    @Test
    void every_operation_ends_in_time_where_nobody_listens() throws Exception {
        assertAllEnd(RawPeer::leave, 2);
    }

    /** Each so many times, and after it the next; the last one ends the session. */
    private static void assertAllEnd(Change change, int times) throws Exception {
        try (var mock = new MockServerHalf();
                var server = new RawPeer(Manner.passingOn(mock.address(), Duration.ZERO));
                var workstation = Workstation.at(mock, server)) {
            change.of(server);
            for (var operation : Operation.values()) {
                assertTrue(workstation.session().isActive(), operation::name);
                for (var time = 0; time < times; time++) {
                    assertDoesNotThrow(() -> ended(operation, workstation), operation::name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSES_AFTER_THE_REQUEST, WKS-025",
        "RESETS, WKS-025",
        "CUTS_ITS_ANSWER_OFF, WKS-025",
        "HAS_A_NEGATIVE_LENGTH, PSC-061",
        "HAS_A_CHUNK_OF_LETTERS, PSC-061",
        "SPEAKS_SOMETHING_ELSE, PSC-061",
        "SWITCHES_PROTOCOLS, PSC-061"
    })
    void a_login_and_the_health_check_say_alike_whether_there_was_an_answer(Oddity oddity, String code)
            throws Exception {
        var time = new PassingTime();
        try (var server = new RawPeer(oddity.manner);
                var client = builder(server).clock(time.clock()).build()) {
            assertEquals(code, problemOf(() -> client.login(LOGIN)).code());
            assertEquals(
                    List.of(code),
                    client.diagnose().findings().stream()
                            .map(found -> found.problem().code())
                            .toList());
        }
    }

    /** Passes when the operation ends well or with a problem, not later than it should. */
    private static void ended(Operation operation, Workstation workstation) throws Exception {
        var limit = operation.deadline.plus(GRACE);
        var time = workstation.time();
        time.passesUntil(
                "nothing that the operations before have left falls into this one",
                limit,
                () -> !time.clock().hasTaskWithin(limit));
        try {
            time.within(limit, () -> operation.call.on(workstation));
        } catch (PscException e) {
            // As it should.
        }
    }

    private static Object failingWithCause(CompletableFuture<?> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static PscClientBuilder builder(RawPeer server) {
        return Fakes.builder(server.uri()).authenticator(Fakes.phone("phone")).browser(page -> {});
    }

    private static String json(String document) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + document.length() + "\r\n\r\n"
                + document;
    }

    private static Manner drip(String bytes) {
        return Manner.dripping(bytes, Duration.ofMillis(100));
    }
}
