package io.github.pscsdk.relyingparty.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Form;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials.Method;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCallsTest {
    private final MockWebServer server = new MockWebServer();
    private final ClientConnections connections = new ClientConnections(
            "a client",
            ClientCredentials.secret(Method.CLIENT_SECRET_BASIC, "a:secret"),
            Optional.empty(),
            ForwardProxy.ofJava(),
            Optional.empty(),
            Events.NONE);
    private final ClientCalls http = connections.psc();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void close() {
        connections.close();
        server.close();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/path");
    }

    private static HttpResponse response(CompletableFuture<HttpResponse> call) throws Exception {
        return Await.outcome("the response", call);
    }

    private static PscException failure(CompletableFuture<HttpResponse> call) {
        return assertThrows(PscException.class, () -> response(call));
    }

    private static MockResponse.Builder ok() {
        return new MockResponse.Builder().code(200);
    }

    @Test
    void id_and_secret_are_encoded_before_they_are_joined() throws Exception {
        server.enqueue(ok().build());

        response(http.post(Endpoint.TOKEN, uri(), Form.of("a", "b c").with("login_hint", "5123/EMP+1")));

        var request = server.takeRequest();
        // RFC 6749, section 2.3.1; base64 of "a%20client:a%3Asecret".
        assertEquals("Basic YSUyMGNsaWVudDphJTNBc2VjcmV0", request.getHeaders().get("Authorization"));
        assertEquals("a=b%20c&login_hint=5123%2FEMP%2B1", request.getBody().utf8());
        assertEquals("application/x-www-form-urlencoded", request.getHeaders().get("Content-Type"));
    }

    @Test
    void a_call_may_stand_in_line_and_run_for_its_whole_limit_after_a_renewal() {
        assertTrue(ClientConnections.LAST_CALLS.compareTo(ClientCalls.LIMIT.plus(ClientCalls.LIMIT)) > 0);
    }

    @Test
    void a_body_of_one_mebibyte_is_read() throws Exception {
        var body = "x".repeat(HttpCalls.MAX_BODY);
        server.enqueue(ok().body(body).build());

        assertEquals(
                HttpCalls.MAX_BODY, response(http.get(Endpoint.USERINFO, uri())).body().length);
    }

    @Test
    void a_body_of_one_byte_more_is_not() {
        server.enqueue(ok().body("x".repeat(HttpCalls.MAX_BODY + 1)).build());

        assertEquals(
                LoginProblem.PSC_ANSWER_INVALID,
                failure(http.get(Endpoint.USERINFO, uri())).problem());
    }

    @Test
    void a_body_that_grows_when_unpacked_is_not() throws Exception {
        var packed = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(packed))) {
            for (var i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertTrue(packed.size() < HttpCalls.MAX_BODY);
        server.enqueue(ok().addHeader("Content-Encoding", "gzip").body(packed).build());

        assertEquals(
                LoginProblem.PSC_ANSWER_INVALID,
                failure(http.get(Endpoint.USERINFO, uri())).problem());
    }

    @Test
    void an_error_s_body_is_an_answer_too() throws Exception {
        server.enqueue(new MockResponse.Builder().code(400).body("no").build());

        var answer = response(http.get(Endpoint.USERINFO, uri()));

        assertEquals(400, answer.status());
        assertArrayEquals(new byte[] {'n', 'o'}, answer.body());
    }

    @Test
    void a_redirect_is_an_answer() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", uri() + "/elsewhere")
                .build());

        assertEquals(
                307,
                response(http.post(Endpoint.TOKEN, uri(), Form.of("a", "b"))).status());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void a_post_that_was_sent_is_not_sent_again() throws Exception {
        server.enqueue(ok().build());
        response(http.post(Endpoint.TOKEN, uri(), Form.of("a", "b")));
        server.enqueue(ok().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(ok().build());

        assertEquals(
                LoginProblem.PSC_UNAVAILABLE,
                failure(http.post(Endpoint.TOKEN, uri(), Form.of("code", "works-once")))
                        .problem());
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void cancelling_the_future_aborts_the_call() throws Exception {
        server.enqueue(ok().headersDelay(60, TimeUnit.SECONDS).build());
        var call = http.get(Endpoint.USERINFO, uri());
        server.takeRequest();

        call.cancel(true);

        assertThrows(CancellationException.class, call::join);
    }

    @Test
    void closing_fails_the_calls_under_way() throws Exception {
        server.enqueue(ok().headersDelay(60, TimeUnit.SECONDS).build());
        var call = http.get(Endpoint.USERINFO, uri());
        server.takeRequest();

        connections.close();

        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure(call).problem());
        assertEquals(
                LoginProblem.PSC_UNAVAILABLE,
                failure(http.get(Endpoint.USERINFO, uri())).problem());
    }

    @Test
    void nothing_goes_over_plain_http_to_another_machine() {
        assertThrows(
                IllegalArgumentException.class,
                () -> http.get(Endpoint.USERINFO, URI.create("http://psc.example.test/")));
    }

    @Test
    void retry_after_in_seconds() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "7")
                .build());

        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                response(http.get(Endpoint.USERINFO, uri())).retryAfter(Instant.now()));
    }

    @Test
    void printing_an_answer_or_a_form_shows_no_content() {
        assertEquals(
                "HttpResponse[200, 2 bytes]",
                new HttpResponse(200, Headers.EMPTY, new byte[2], Optional.empty()).toString());
        assertEquals("Form[code]", Form.of("code", "secret").toString());
    }
}
