package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.workstation.MockServerHalf;
import io.github.pscsdk.workstation.PassingTime;
import io.github.pscsdk.workstation.internal.http.ServerHalf.PendingLogin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** One login at a scripted server half, followed in virtual time by a person who types what a test says. */
final class FollowedLogin implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final String LOGIN = "/v1/logins/login-1";

    private final MockServerHalf server = new MockServerHalf();
    private final PassingTime time = new PassingTime();
    private final EngineThreads threads = new EngineThreads(time.clock());
    private final List<String> questions = new ArrayList<>();
    private final Queue<String> codes = new ArrayDeque<>();
    private final PendingLogin login;

    FollowedLogin() throws Exception {
        var half = Wired.to(server.address(), threads);
        login = half.resume("login-1", time.now().plus(TIMEOUT));
    }

    MockServerHalf server() {
        return server;
    }

    PassingTime time() {
        return time;
    }

    /** How many tries were left, and whether the code before was wrong. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    /** Waits for its end. */
    SessionHandle await() throws Exception {
        return time.during(() -> login.await((triesLeft, again) -> {
            questions.add(triesLeft + " " + again);
            return Optional.ofNullable(codes.poll());
        }));
    }

    /** The codes that the person types, one after the other. */
    void types(String... typed) {
        codes.addAll(List.of(typed));
    }

    /** The answers to polls. */
    void polls(MockResponse... answers) {
        Queue<MockResponse> queue = new ArrayDeque<>(List.of(answers));
        server.answer("GET " + LOGIN, queue::remove);
    }

    /** The answers to codes. */
    void gives(MockResponse... answers) {
        Queue<MockResponse> queue = new ArrayDeque<>(List.of(answers));
        server.answer("POST " + LOGIN + "/code", queue::remove);
    }

    static MockResponse codeNeeded(int triesLeft) {
        return json("{\"state\":\"CODE_NEEDED\",\"triesLeft\":" + triesLeft + "}");
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    /** A proxy that stops, in its own words. */
    static MockResponse stopping() {
        return new MockResponse.Builder()
                .code(503)
                .addHeader("Psc-Proxy-Error", "PSC-060")
                .addHeader("Retry-After", "1")
                .addHeader("Connection", "close")
                .body("{\"code\":\"503\",\"problem\":\"PSC-060\"}")
                .build();
    }

    static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    @Override
    public void close() {
        threads.close();
        server.close();
    }
}
