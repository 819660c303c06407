package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.pluginhost.thread.EngineThreads;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** Sends HTTP requests to one server half with OkHttp. Each call runs on a worker, so that whoever waits for it can be interrupted. Safe for any thread. */
final class HttpTransport {
    /** The longest answer that is read. */
    static final int MAX_BODY = 1 << 20;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final HttpUrl base;
    private final ApplicationToken token;
    private final EngineThreads threads;
    private final OkHttpClient client;
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();

    /** @param wiring for tests, which change the client here */
    HttpTransport(
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

    /** Sends without waiting. */
    RunningCall start(ServerRequest request) {
        return start(request, client);
    }

    /** The same on a new connection that the probe observes. */
    RunningCall start(ServerRequest request, ConnectionProbe probe) {
        return start(request, probe.observing(client));
    }

    private RunningCall start(ServerRequest request, OkHttpClient by) {
        var call = by.newCall(httpRequest(request));
        call.timeout().timeout(request.limit().toMillis(), TimeUnit.MILLISECONDS);
        var begun = new RunningCall(call);
        running.add(begun);
        begun.response.whenComplete((response, failure) -> running.remove(begun));
        try {
            threads.execute(begun::run);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the client is closed", e);
        }
        return begun;
    }

    private Request httpRequest(ServerRequest request) {
        // Concatenated, not resolved: a path can then never become another origin.
        var builder = new Request.Builder().url(base + request.path());
        try {
            request.headers().forEach(builder::header);
        } catch (IllegalArgumentException e) {
            // OkHttp's message repeats the value.
            throw new IllegalArgumentException("a header of the request has characters that no header may have");
        }
        builder.header("Authorization", "Bearer " + token.reveal());
        request.session().ifPresent(handle -> builder.header("Cookie", "proxy_session_id=" + handle.reveal()));
        var hasBody = !"GET".equals(request.method());
        return builder.method(request.method(), hasBody ? new OneShotBody(request.body()) : null)
                .build();
    }

    /** Fails the calls under way and closes idle connections. */
    void close() {
        running.forEach(RunningCall::giveUp);
        client.connectionPool().evictAll();
    }

    final class RunningCall {
        private final Call call;
        private final CompletableFuture<ServerResponse> response = new CompletableFuture<>();

        private RunningCall(Call call) {
            this.call = call;
        }

        /** Completes with the response, or with what OkHttp threw. */
        CompletableFuture<ServerResponse> response() {
            return response;
        }

        /** Closes the connection; on a worker, for OkHttp may start threads of its own then. */
        void cancel() {
            try {
                threads.execute(call::cancel);
            } catch (RejectedExecutionException e) {
                call.cancel();
            }
        }

        private void run() {
            try (var answer = call.execute()) {
                response.complete(read(answer));
            } catch (Throwable e) {
                // Kotlin declares nothing: an InterruptedException comes out here when the workers are shut down.
                response.completeExceptionally(e);
            }
        }

        private void giveUp() {
            response.completeExceptionally(new IOException("the client was closed"));
            call.cancel();
        }

        private static ServerResponse read(Response answer) throws IOException {
            var body = answer.body().byteStream().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw new ProtocolException("the answer is longer than " + MAX_BODY + " bytes");
            }
            return new ServerResponse(
                    answer.code(),
                    Optional.ofNullable(answer.header(ServerCalls.PROXY_ERROR)),
                    answer.header("Content-Type", ""),
                    body);
        }
    }

    /** A body that OkHttp may not send again: after a broken connection nobody knows what the other end already did with it. */
    private static final class OneShotBody extends RequestBody {
        private final byte[] content;

        OneShotBody(byte[] content) {
            this.content = content;
        }

        /** None: the media type is among the headers. */
        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return content.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(content);
        }
    }

    /**
     * An HTTP response, its body read to the end.
     *
     * @param status the HTTP status
     * @param proxyError the problem code by which the server half marks an error as its own, see {@link ServerCalls#PROXY_ERROR}
     * @param contentType the media type; empty where there was none
     * @param body the body, never longer than {@link #MAX_BODY}
     */
    record ServerResponse(int status, Optional<String> proxyError, String contentType, byte[] body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "ServerResponse[" + status + "]";
        }
    }
}
