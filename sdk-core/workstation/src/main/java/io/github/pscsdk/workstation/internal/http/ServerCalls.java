package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Probe;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls to the server half, with their retries and deadlines, and turns responses into documents or problems.
 * Each call runs on a worker, so that whoever waits for it can be interrupted, which gives it up. OkHttp sends only a
 * GET again by itself. Safe for any thread.
 */
final class ServerCalls {
    /** Marks an error as the server half's own, with the problem's code; on {@code /send} nothing else tells it. */
    static final String PROXY_ERROR = "Psc-Proxy-Error";

    /**
     * How long a caller waits for the end of a login or a session to be sent: the contract promises that cancelling
     * takes a second at most, with all else.
     */
    private static final Duration END_LIMIT = Duration.ofMillis(800);

    private static final Logger log = LoggerFactory.getLogger(ServerCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ServerHalfSettings settings;
    private final EngineThreads threads;
    private final HttpCalls http;
    private volatile boolean closed;

    /** @param wiring for tests, which change the client here */
    ServerCalls(ServerHalfSettings settings, EngineThreads threads, UnaryOperator<OkHttpClient.Builder> wiring) {
        this.settings = settings;
        this.threads = threads;
        this.http =
                new HttpCalls(client -> wiring.apply(Probe.reporting(wired(client))), threads, threads::executeAfter);
    }

    private OkHttpClient.Builder wired(OkHttpClient.Builder client) {
        var network = settings.network();
        var trust = new CertificateRecorder(network.trustManager());
        return HttpCalls.through(network.proxy(), client)
                .sslSocketFactory(NetworkSettings.tls(trust).getSocketFactory(), trust);
    }

    void sleep(Duration pause) throws InterruptedException {
        threads.sleep(pause);
    }

    /** The response, whatever it is, but for an error that the server half marked as its own. */
    HttpResponse forward(ServerRequest request) throws PscException, InterruptedException {
        var response = send(request);
        if (response.header(PROXY_ERROR).isPresent()) {
            throw problem(response);
        }
        return response;
    }

    /** One call that may be repeated. */
    @FunctionalInterface
    interface Repeatable<T> {
        T call() throws PscException, InterruptedException;
    }

    /** The call's first answer. Repeated until the deadline: a practice's network has gaps. */
    <T> T repeat(Instant deadline, Repeatable<T> repeatable) throws PscException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return repeatable.call();
            } catch (PscException e) {
                var hasTime = threads.clock().instant().plus(pause).isBefore(deadline);
                var mayPass = e.problem() == LoginProblem.SERVER_HALF_UNREACHABLE
                        || e.problem() instanceof WorkstationProblem;
                if (!mayPass || !hasTime) {
                    throw e;
                }
                log.info("the server half did not answer; asking again");
                sleep(pause);
            }
        }
    }

    /** A call under way; {@link Probe#failure} says what its failure means. */
    record Sent(CompletableFuture<HttpResponse> answer, Probe probe) {}

    /**
     * Sends without waiting. An interrupt of {@link #await} leaves the call running, so that its answer can still be
     * used.
     */
    Sent start(ServerRequest request) {
        var probe = new Probe(settings.address(), threads);
        return new Sent(http.send(httpRequest(request, probe), request.limit()), probe);
    }

    private Request httpRequest(ServerRequest request, Probe probe) {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        // Concatenated, not resolved: a path can then never become another origin.
        var builder =
                new Request.Builder().url(settings.address() + request.path()).tag(Probe.class, probe);
        try {
            request.headers().forEach(builder::header);
        } catch (IllegalArgumentException e) {
            // OkHttp's message repeats the value.
            throw new IllegalArgumentException("a header of the request has characters that no header may have");
        }
        settings.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token.reveal()));
        request.session().ifPresent(handle -> builder.header("Cookie", "proxy_session_id=" + handle.reveal()));
        var hasBody = !"GET".equals(request.method());
        // The media type is among the headers.
        return builder.method(request.method(), hasBody ? HttpCalls.once(request.body(), null) : null)
                .build();
    }

    HttpResponse await(Sent call) throws PscException, InterruptedException {
        try {
            return call.answer().get();
        } catch (ExecutionException e) {
            throw call.probe().failure(Objects.requireNonNull(e.getCause(), "cause"));
        }
    }

    /** The response, whatever it is. An interrupt gives the call up. */
    HttpResponse send(ServerRequest request) throws PscException, InterruptedException {
        var call = start(request);
        try {
            return await(call);
        } catch (InterruptedException e) {
            call.answer().cancel(true);
            throw e;
        }
    }

    /**
     * Sends even on an interrupted thread, to end a login or a session; waits a second at most, and the call goes on in
     * the background.
     */
    void sendEnd(ServerRequest request) {
        var logged = start(request).answer().handle((response, failure) -> {
            // 401 and 404: there is nothing left to end.
            if (failure != null || !isDone(response) && response.status() != 401 && response.status() != 404) {
                log.warn("the server half could not be told to end a login or a session; it will expire there");
            }
            return null;
        });
        awaitEnd(logged);
    }

    /** Waits until an end was sent, even on an interrupted thread, but no longer than the limit. */
    void awaitEnd(CompletableFuture<?> sent) {
        threads.awaitUninterruptibly(sent, END_LIMIT);
    }

    /**
     * Makes the call, which asks for the plain contract or for the status, on a new connection, and reports how far it
     * came.
     */
    ProbeResult probe(ServerRequest request, boolean ofPlainContract) throws InterruptedException {
        var probe = new Probe(settings.address(), threads);
        var call = http.sendAnew(httpRequest(request, probe), request.limit(), probe::observing);
        try {
            var reply = new ProbeResult.Reply(call.get(), ofPlainContract);
            return probe.answered(reply);
        } catch (ExecutionException e) {
            return probe.failed(Objects.requireNonNull(e.getCause(), "cause"));
        } finally {
            call.cancel(true);
        }
    }

    static <T> T read(HttpResponse response, Class<T> type) throws PscException {
        if (!isDone(response)) {
            throw problem(response);
        }
        try {
            return DocumentMapper.read(response.body(), type);
        } catch (DocumentMapper.UnreadableException e) {
            throw new PscException(
                    LoginProblem.SERVER_HALF_ANSWER_INVALID, Objects.requireNonNull(e.getMessage(), "message"));
        }
    }

    /**
     * Whether the server half did what it was asked. A web page of the network says nothing of that, whatever its
     * status.
     */
    static boolean isDone(HttpResponse response) {
        return response.isSuccess() && !isPage(response);
    }

    /** Whether it is a web page in place of a document: one of the network, on which a person signs in first. */
    static boolean isPage(HttpResponse response) {
        var isHtml = response.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html");
        return response.isSuccess() && (isHtml || response.body().length > 0 && response.body()[0] == '<');
    }

    /** The problem that the response names; else what its status says. A web page comes from neither. */
    static PscException problem(HttpResponse response) {
        if (isPage(response)) {
            var status = String.valueOf(response.status());
            return new PscException(
                    WorkstationProblem.CAPTIVE_PAGE, "a web page answered " + status, Map.of("status", status));
        }
        var error = DocumentMapper.error(response.body());
        var problem = response.header(PROXY_ERROR)
                .or(error::problem)
                .flatMap(LoginProblem::ofCode)
                .orElseGet(() -> ofStatus(response.status()));
        return new PscException(
                problem, "the server half answered " + response.status(), SafeText.facts(error.facts()));
    }

    private static LoginProblem ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> LoginProblem.APPLICATION_REJECTED;
            case 429 -> LoginProblem.TOO_MANY_ATTEMPTS;
            // From a gateway in front of the server half: our own would have named the problem.
            case 502, 503, 504 -> LoginProblem.SERVER_HALF_UNREACHABLE;
            default -> LoginProblem.SERVER_HALF_ANSWER_INVALID;
        };
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    void close() {
        closed = true;
        http.close();
    }
}
