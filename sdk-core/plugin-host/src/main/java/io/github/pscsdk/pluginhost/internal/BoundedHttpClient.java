package io.github.pscsdk.pluginhost.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SubmissionPublisher;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The HTTP client of one authenticator, and of nobody else. Each answer ends in time and is of a bounded size. */
public final class BoundedHttpClient extends HttpClient {
    /** For the whole answer to a request without a timeout of its own. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** Its code runs on threads that end with it, and leave nothing to others. */
    static final String THREAD = "psc-authenticator-http";

    static final int MOST_BYTES = 1 << 20;

    private final EngineThreads threads;
    private final Optional<String> proxyAuthorization;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile Optional<HttpClient> own;

    /** @param own a client that nobody else has; empty where the authenticator is closed */
    public BoundedHttpClient(EngineThreads threads, Optional<HttpClient> own, Optional<String> proxyAuthorization) {
        this.threads = threads;
        this.own = own;
        this.proxyAuthorization = proxyAuthorization;
    }

    private HttpClient require() {
        return own.orElseThrow(() -> new IllegalStateException("the authenticator is closed"));
    }

    void end() {
        own = Optional.empty();
        underWay.forEach(response -> response.completeExceptionally(closed()));
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
        var client = own;
        if (client.isEmpty()) {
            return CompletableFuture.failedFuture(closed());
        }
        var response = new CompletableFuture<HttpResponse<T>>();
        underWay.add(response);
        var cancelLimit = threads.atLimit(
                limit,
                () -> response.completeExceptionally(new HttpTimeoutException("no whole answer within " + limit)));
        var exchange = client.get().sendAsync(authorized(request), head -> whole(head, handler, response));
        exchange.whenComplete((whole, failure) -> {
            if (failure == null) {
                response.complete(answer(whole, request));
            } else {
                response.completeExceptionally(failure);
            }
        });
        response.whenComplete((whole, failure) -> {
            underWay.remove(response);
            cancelLimit.run();
            exchange.cancel(true);
        });
        if (own.isEmpty()) {
            response.completeExceptionally(closed());
        }
        return response;
    }

    /** The answer to the request as the plug-in made it, without the login for proxies. */
    @SuppressWarnings("unchecked")
    private static <T> HttpResponse<T> answer(HttpResponse<T> received, HttpRequest request) {
        return (HttpResponse<T>) Proxy.newProxyInstance(
                BoundedHttpClient.class.getClassLoader(),
                new Class<?>[] {HttpResponse.class},
                (self, method, values) -> switch (method.getName()) {
                    case "request" -> request;
                    case "equals" -> self == values[0];
                    // None: the client neither follows a redirect nor logs in anew.
                    case "previousResponse" -> Optional.empty();
                    default -> method.invoke(received, values);
                });
    }

    /** Reads the body to its end, but no further than the bound, before the handler gets it. */
    private static <T> BodySubscriber<T> whole(
            ResponseInfo head, BodyHandler<T> handler, CompletableFuture<HttpResponse<T>> response) {
        var body = new ByteArrayOutputStream();
        var reading = BodySubscribers.ofByteArrayConsumer(part -> {
            if (part.isPresent() && body.size() + part.get().length <= MOST_BYTES) {
                body.writeBytes(part.get());
            } else if (part.isPresent()) {
                response.completeExceptionally(new IOException("an answer of more than " + MOST_BYTES + " bytes"));
            }
        });
        return BodySubscribers.mapping(reading, end -> handled(handler.apply(head), body.toByteArray()));
    }

    private static <T> T handled(BodySubscriber<T> reader, byte[] body) {
        try (var publisher = new SubmissionPublisher<List<ByteBuffer>>(Runnable::run, 1)) {
            publisher.subscribe(reader);
            publisher.submit(List.of(ByteBuffer.wrap(body)));
        }
        return reader.getBody().toCompletableFuture().join();
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
