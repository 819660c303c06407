package io.github.pscsdk.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.ShippedFront.Program;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TrafficLimits;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files for nginx, HAProxy and Caddy in {@code deploy}, each run by the program that it is for. */
class ShippedFrontsTest {
    private static final String SILENT = "899999100060";
    private static final MediaType JSON = MediaType.get("application/json");

    @AutoClose
    private static Bench bench;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        bench = Bench.start(builder -> builder.trustedReverseProxies("127.0.0.1"));
        Await.until("the node is ready", () -> bench.anybody().get("/ready").status() == 200);
    }

    private static long endedLogins() throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/type").equals("CONNECT_FAILURE"))
                .count();
    }

    private static void awaitPoll() {
        var before = bench.simulator.count(Endpoint.TOKEN);
        bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > before);
    }

    private ShippedFront inFront(Program program) throws Exception {
        return ShippedFront.start(program, folder, bench.proxy.address(), bench.proxy.address());
    }

    /** Cancelling the future is what a caller does who leaves. */
    private static CompletableFuture<Answer> call(ShippedFront front, Request.Builder request) {
        var answer = new CompletableFuture<Answer>();
        var call = front.caller()
                .newCall(
                        request.header("Authorization", "Bearer " + Bench.TOKEN).build());
        answer.whenComplete((done, failure) -> call.cancel());
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                    var headers = HttpHeaders.of(response.headers().toMultimap(), (name, value) -> true);
                    answer.complete(
                            new Answer(response.code(), headers, response.body().bytes()));
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call call, IOException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private static Answer answered(ShippedFront front, Request.Builder request) throws Exception {
        return Await.outcome("the call is answered", call(front, request));
    }

    private static Request.Builder post(ShippedFront front, String path, byte[] body) {
        return new Request.Builder().url(front.address() + path).post(RequestBody.create(body, JSON));
    }

    private static Request.Builder get(ShippedFront front, String path) {
        return new Request.Builder().url(front.address() + path);
    }

    private static Request.Builder connect(ShippedFront front, String nationalId) {
        return post(
                front,
                "/connect",
                ConnectBody.of(nationalId, Bench.CLIENT).json().getBytes(US_ASCII));
    }

    private static String session(ShippedFront front) throws Exception {
        var answer = bench.answered(call(front, connect(front, Bench.PHARMACIST)));
        assertEquals(200, answer.status(), front::output);
        return "proxy_session_id=" + answer.sessionCookie();
    }

    private static byte[] letters(long count) {
        var body = new byte[(int) count];
        Arrays.fill(body, (byte) 'a');
        return body;
    }

    @ParameterizedTest
    @EnumSource
    void a_login_may_take_two_minutes(Program program) throws Exception {
        try (var front = inFront(program)) {
            var waiting = call(front, connect(front, SILENT));
            awaitPoll();
            bench.clock.advance(Duration.ofSeconds(100));
            var asked = bench.simulator.pending();
            bench.simulator.settle(asked.get(asked.size() - 1).id(), Outcome.APPROVED);

            assertEquals(200, bench.answered(waiting).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_limit_of_the_file_is_the_one_that_counts_and_a_cut_ends_the_login(Program program) throws Exception {
        try (var front = ShippedFront.impatient(program, folder, bench.proxy.address(), Duration.ofSeconds(1))) {
            var before = endedLogins();

            // A caller who is cut off before the proxy has read what is asked begins no login.
            do {
                var answer = answered(front, connect(front, SILENT));

                assertEquals(5, answer.status() / 100);
                assertEquals("", answer.header("Psc-Proxy-Error"));
                Await.until("the proxy has noticed the cut", () -> bench.proxy.callsUnderWay() == 0);
            } while (endedLogins() == before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_caller_who_leaves_ends_the_login(Program program) throws Exception {
        try (var front = inFront(program)) {
            var before = endedLogins();
            var waiting = call(front, connect(front, SILENT));
            awaitPoll();

            waiting.cancel(true);

            Await.until("the end of the login is traced", () -> endedLogins() > before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_body_of_eight_mebibytes_passes_in_both_directions_and_a_larger_one_is_refused_by_the_proxy(Program program)
            throws Exception {
        bench.backend.answerBy(request -> EchoBackend.Programme.text(200, request.body()));
        var largest = TrafficLimits.DEFAULT.bodyBytes();
        try (var front = inFront(program)) {
            var session = session(front);

            var answer = answered(
                    front, post(front, "/send/open/a", letters(largest)).header("Cookie", session));
            assertEquals(200, answer.status(), front::output);
            assertEquals(largest, answer.body().length);

            var larger = answered(
                    front, post(front, "/send/open/a", letters(largest + 1)).header("Cookie", session));
            assertEquals(413, larger.status());
            assertNotEquals("", larger.header("Psc-Proxy-Error"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_the_caller_writes_is_not_believed(Program program) throws Exception {
        try (var front = inFront(program)) {
            for (var forged : new String[] {"203.0.113.7", "203.0.113.7, 127.0.0.1", "127.0.0.1"}) {
                var refused = answered(
                        front,
                        connect(front, "899999100086")
                                .header("X-Forwarded-For", forged)
                                .addHeader("X-Forwarded-For", forged)
                                .header("Forwarded", "for=" + forged)
                                .header("X-Real-IP", forged));

                assertEquals(404, refused.status());
                var traces = bench.operator().traces();
                var last = traces.get(traces.size() - 1).toString();
                assertTrue(last.contains(front.callerAddress()), last);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_a_node_is_away_each_post_reaches_the_other_one_once(Program program) throws Exception {
        var away = URI.create("http://127.0.0.1:" + ReservedPort.next());
        try (var front = ShippedFront.start(program, folder, away, bench.proxy.address())) {
            var session = session(front);
            var before = bench.backend.received().size();
            for (var posts = 1; posts <= 6; posts++) {
                var answer =
                        answered(front, post(front, "/send/open/a", letters(10)).header("Cookie", session));

                assertEquals(200, answer.status(), front::output);
                assertEquals(before + posts, bench.backend.received().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_post_that_a_node_took_before_it_died_is_sent_to_no_other_one(Program program) throws Exception {
        RawPeer.Manner dying = connection -> {
            connection.in().mark(1);
            var isCheck = connection.in().read() == 'G';
            connection.in().reset();
            if (connection.read() && isCheck) {
                connection.write(RawPeer.OK);
            }
        };
        try (var first = new RawPeer(dying);
                var second = new RawPeer(dying);
                var front = ShippedFront.start(program, folder, first.uri(), second.uri())) {
            var answer = answered(front, post(front, "/send/open/a", letters(10)));

            assertEquals(5, answer.status() / 100);
            assertEquals("", answer.header("Psc-Proxy-Error"));
            assertEquals(1, posts(first) + posts(second));
        }
    }

    private static long posts(RawPeer node) {
        return node.heads().stream().filter(head -> head.startsWith("POST ")).count();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_fails_leaves_no_code_of_a_login_page_in_a_log(Program program) throws Exception {
        var away = URI.create("http://127.0.0.1:" + ReservedPort.next());
        try (var front = ShippedFront.start(program, folder, away, away)) {
            var answer = answered(front, get(front, "/v1/callback?code=c0de-of-the-page&state=any"));

            assertEquals(5, answer.status() / 100);
            assertFalse(front.output().contains("c0de-of-the-page"), front::output);
        }
    }
}
