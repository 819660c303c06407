package io.github.pscsdk.workstation;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server half with one professional and one session; a test changes the answers that it is about. */
public final class MockServerHalf implements AutoCloseable {
    public static final String APPLICATION_TOKEN = "application-token-8f2c";
    public static final String SESSION = "session-handle-51d7";
    public static final String NATIONAL_ID = "899999100011";
    public static final String DONE =
            "{\"state\":\"DONE\",\"proxy_session_id\":\"" + SESSION + "\",\"session_state\":\"s-1\"}";
    public static final String PAGE = "https://psc.example/authorize?state=xstate";
    public static final String CODE_NEEDED = "{\"state\":\"CODE_NEEDED\",\"triesLeft\":3}";
    public static final String PENDING = "{\"state\":\"PENDING\"}";

    /** One request as it arrived. */
    public record Seen(String method, String target, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        boolean is(String line) {
            return (method + " " + target).startsWith(line);
        }
    }

    private final MockWebServer web = new MockWebServer();
    private final Map<String, Supplier<MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new ArrayList<>();

    public MockServerHalf() {
        this(InetAddress.getLoopbackAddress(), web -> {});
    }

    /** @param wiring such as its certificate */
    MockServerHalf(InetAddress at, Consumer<MockWebServer> wiring) {
        answer("GET /v1/status", 200, "{\"environment\":\"SIMULATOR\",\"contract\":\"1.0.0\"}");
        answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"deadline\":\"2026-01-01T00:02:00Z\"}");
        answer("GET /v1/logins/login-1", 200, DONE);
        answer("DELETE /v1/logins/login-1", 204, "");
        answer("GET /v1/session", 200, session(NATIONAL_ID, "2099-01-01T00:00:00Z"));
        answer("GET /v1/session/end", 404, "");
        answer("DELETE /disconnect", 200, "");
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return MockServerHalf.this.dispatch(request);
            }
        });
        wiring.accept(web);
        try {
            web.start(at, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The professional's session, as PSC says by which means. */
    public static String sessionBy(String authMode) {
        return session(NATIONAL_ID, "2099-01-01T00:00:00Z").replaceFirst("\\{", "{\"authMode\":\"" + authMode + "\",");
    }

    public static String session(String nationalId, String expiresAt) {
        return session(nationalId, expiresAt, """
                {"profession":{"system":"1.2.250.1.71.1.2.7","code":"10"},"workplaces":[]}""");
    }

    /** The professional's session, of whom PSC knows no practice. */
    public static String sessionWithoutPractice() {
        return session(NATIONAL_ID, "2099-01-01T00:00:00Z", "");
    }

    private static String session(String nationalId, String expiresAt, String practices) {
        return """
                {"clientId":"editeur-demo","session_state":"s-1","expiresAt":"%s","professional":{
                 "nationalId":"%s","familyName":"FICTIVE","givenNames":["Zoé"],"otherIds":[],"practices":[%s]}}
                """.formatted(expiresAt, nationalId, practices);
    }

    public URI address() {
        return web.url("/").uri();
    }

    public MockServerHalf answer(String line, int status, String body) {
        return answer(
                line,
                () -> new MockResponse.Builder()
                        .code(status)
                        .addHeader("Content-Type", "application/json")
                        .body(body)
                        .build());
    }

    /** Every login that begins from now on has a page. */
    public MockServerHalf withPage() {
        return answer("POST /v1/logins", 201, "{\"id\":\"login-1\",\"authorizationUri\":\"" + PAGE + "\"}");
    }

    /** Nobody answers on the phone: a long poll lasts longer than any test is patient. */
    public MockServerHalf withSilentPhone() {
        return answer("GET /v1/logins/login-1", MockServerHalf::silence);
    }

    /** No answer for longer than any test is patient. */
    static MockResponse silence() {
        return new MockResponse.Builder()
                .headersDelay(50, TimeUnit.SECONDS)
                .body(PENDING)
                .build();
    }

    /** What the server half itself refuses, rather than a backend. */
    static Supplier<MockResponse> ownError(int status, String problem) {
        return () -> new MockResponse.Builder()
                .code(status)
                .addHeader("Psc-Proxy-Error", problem)
                .build();
    }

    /** The answer to every request whose method and target begin with {@code line}; the longest match counts. */
    public MockServerHalf answer(String line, Supplier<MockResponse> answer) {
        answers.put(line, answer);
        return this;
    }

    public synchronized List<Seen> seen(String line) {
        return seen.stream().filter(request -> request.is(line)).toList();
    }

    /** Waits until such a request arrived. */
    public Seen await(String line) {
        Await.until("asked: " + line, () -> !seen(line).isEmpty());
        return seen(line).get(0);
    }

    private MockResponse dispatch(RecordedRequest request) {
        var line = request.getMethod() + " " + request.getTarget();
        synchronized (this) {
            var body = request.getBody() == null ? "" : request.getBody().utf8();
            seen.add(new Seen(
                    request.getMethod(),
                    request.getTarget(),
                    request.getHeaders().toMultimap(),
                    body));
        }
        return answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .max((a, b) -> a.getKey().length() - b.getKey().length())
                .map(answer -> answer.getValue().get())
                .orElseGet(() -> new MockResponse.Builder().code(404).build());
    }

    @Override
    public void close() {
        web.close();
    }
}
