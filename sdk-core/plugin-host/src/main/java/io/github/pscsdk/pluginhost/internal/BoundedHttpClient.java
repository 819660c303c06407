package io.github.pscsdk.pluginhost.internal;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The HTTP client of one authenticator, and of nobody else. Each answer ends in time and is of a bounded size. */
final class BoundedHttpClient extends HttpClient {
    /** For the whole answer to a request without a timeout of its own. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** Its code runs on threads that end with it, and leave nothing to others. */
    static final String THREAD = "psc-authenticator-http";

    static final int MOST_BYTES = 1 << 20;

    private final EngineThreads threads;
    private final Supplier<HttpClient> maker;
    private final Optional<String> proxyAuthorization;
    private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();
    private Optional<HttpClient> made = Optional.empty();
    private boolean isClosed;

    /** @param maker of a client that nobody else has; called once, when it is first needed */
    BoundedHttpClient(EngineThreads threads, Supplier<HttpClient> maker, Optional<String> proxyAuthorization) {
        this.threads = threads;
        this.maker = maker;
        this.proxyAuthorization = proxyAuthorization;
    }

    private synchronized Optional<HttpClient> own() {
        if (!isClosed && made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made;
    }

    private HttpClient require() {
        return own().orElseThrow(() -> new IllegalStateException("the authenticator is closed"));
    }

    void end() {
        synchronized (this) {
            isClosed = true;
            made = Optional.empty();
        }
        underWay.forEach(call -> call.abort(closed()));
    }

    private static IOException closed() {
        return new IOException("the authenticator is closed");
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var call = sendAsync(request, handler);
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException late
                    ? new HttpTimeoutException(late.getMessage())
                    : new IOException(e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        var limit = request.timeout().orElse(LIMIT);
        var client = own();
        if (client.isEmpty()) {
            return CompletableFuture.failedFuture(closed());
        }
        var call = new Call<T>();
        underWay.add(call);
        var cancelLimit =
                threads.atLimit(limit, () -> call.abort(new HttpTimeoutException("no whole answer within " + limit)));
        call.ended.whenComplete((ended, failure) -> {
            underWay.remove(call);
            cancelLimit.run();
        });
        call.begin(client.get(), authorized(request), handler);
        if (own().isEmpty()) {
            call.abort(closed());
        }
        return call.response;
    }

    /**
     * With the login for proxies, which the JDK's client sends to none but them. An {@code Authenticator} would turn a
     * service's 401 into an exception.
     */
    private HttpRequest authorized(HttpRequest request) {
        return proxyAuthorization
                .map(login -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .setHeader("Proxy-Authorization", login)
                        .build())
                .orElse(request);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        // Nobody asked for what a server pushes.
        return sendAsync(request, handler);
    }

    /**
     * A request and its answer, until the end of the body, which may come after the response is told, and which fails
     * where it is too long, or the call is aborted.
     */
    private static final class Call<T> implements BodySubscriber<T> {
        final CompletableFuture<HttpResponse<T>> response = new CompletableFuture<>();
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final CompletableFuture<IOException> aborted = new CompletableFuture<>();
        private final CompletableFuture<BodySubscriber<T>> reader = new CompletableFuture<>();
        private long bytes;
        private boolean over;

        void begin(HttpClient client, HttpRequest request, BodyHandler<T> handler) {
            var exchange = client.sendAsync(request, answer -> {
                reader.complete(handler.apply(answer));
                return this;
            });
            exchange.whenComplete((told, failure) -> {
                if (failure == null) {
                    response.complete(told);
                } else {
                    response.completeExceptionally(failure);
                }
            });
            response.whenComplete((told, failure) -> {
                if (failure != null) {
                    exchange.cancel(true);
                    ended.complete(null);
                }
            });
        }

        void abort(IOException why) {
            response.completeExceptionally(why);
            aborted.complete(why);
            ended.complete(null);
        }

        @Override
        public CompletionStage<T> getBody() {
            return reader.join().getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reader.join().onSubscribe(subscription);
            aborted.thenAccept(why -> {
                subscription.cancel();
                onError(why);
            });
        }

        @Override
        public synchronized void onNext(List<ByteBuffer> part) {
            bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (bytes > MOST_BYTES) {
                aborted.complete(new IOException("an answer of more than " + MOST_BYTES + " bytes"));
            } else if (!over) {
                reader.join().onNext(part);
            }
        }

        @Override
        public synchronized void onError(Throwable failure) {
            if (!over) {
                over = true;
                reader.join().onError(failure);
                ended.complete(null);
            }
        }

        @Override
        public synchronized void onComplete() {
            if (!over) {
                over = true;
                reader.join().onComplete();
                ended.complete(null);
            }
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return require().cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return require().connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return require().followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return require().proxy();
    }

    @Override
    public SSLContext sslContext() {
        return require().sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return require().sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return require().authenticator();
    }

    @Override
    public Version version() {
        return require().version();
    }

    /** Runs work, and is nothing that could be shut down. */
    @Override
    public Optional<Executor> executor() {
        return Optional.of(work -> threads.start(THREAD, work));
    }
}
