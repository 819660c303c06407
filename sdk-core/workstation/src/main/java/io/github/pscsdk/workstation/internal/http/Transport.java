package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends questions to one server half and reads the answers. Safe for any thread. */
final class Transport {
    /** The longest answer that is read. */
    static final int MAX_BODY = 1 << 20;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final HttpUrl base;
    private final ApplicationToken token;
    private final EngineThreads threads;
    private final OkHttpClient client;
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();

    /** @param wiring what a test puts in the place of the network */
    Transport(
            ServerHalfAddress address,
            ApplicationToken token,
            EngineThreads threads,
            UnaryOperator<OkHttpClient.Builder> wiring) {
        this.base = HttpUrl.get(address.base());
        this.token = token;
        this.threads = threads;
        var builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_LIMIT)
                // Each call has a limit of its own; a long poll is silent for longer than any one read may be
                // elsewhere.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false);
        this.client = wiring.apply(builder).build();
    }

    /** Sends and waits; an interrupt gives the call up, which a blocked socket by itself would not. */
    Answer ask(Question question) throws PscException, InterruptedException {
        var exchange = begin(question);
        try {
            return exchange.await();
        } catch (InterruptedException e) {
            exchange.cancel();
            throw e;
        }
    }

    /** Sends and goes on. */
    Exchange begin(Question question) {
        return begin(question, client);
    }

    /** The same on a connection of its own, since another trust manager shares none, which leaves a trail. */
    Exchange begin(Question question, Trail trail, ChainRecorder recorder) {
        var tracked = client.newBuilder()
                .eventListener(trail)
                .sslSocketFactory(recorder.sockets(), recorder)
                .build();
        return begin(question, tracked);
    }

    /** One that trusts whom the engine trusts. */
    ChainRecorder recorder() {
        return new ChainRecorder(Objects.requireNonNull(client.x509TrustManager()));
    }

    private Exchange begin(Question question, OkHttpClient by) {
        var exchange = new Exchange(call(question, by), threads);
        underWay.add(exchange);
        exchange.answer().whenComplete((answer, failure) -> underWay.remove(exchange));
        try {
            threads.execute(exchange);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the client is closed", e);
        }
        return exchange;
    }

    private Call call(Question question, OkHttpClient by) {
        var call = by.newCall(request(question));
        call.timeout().timeout(question.limit().toMillis(), TimeUnit.MILLISECONDS);
        return call;
    }

    private Request request(Question question) {
        // Concatenated, not resolved: a path can then never become another origin.
        var builder = new Request.Builder().url(base + question.path());
        try {
            question.headers().forEach(builder::header);
        } catch (IllegalArgumentException e) {
            // OkHttp's message repeats the value.
            throw new IllegalArgumentException("a header of the request has characters that no header may have");
        }
        builder.header("Authorization", "Bearer " + token.reveal());
        question.session().ifPresent(handle -> builder.header("Cookie", "proxy_session_id=" + handle.reveal()));
        var hasBody = !"GET".equals(question.method());
        return builder.method(question.method(), hasBody ? new OneShotBody(question.body()) : null)
                .build();
    }

    /** Gives up what is under way and lets idle connections go. */
    void close() {
        underWay.forEach(Exchange::giveUp);
        client.connectionPool().evictAll();
    }
}
