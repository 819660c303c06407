package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it arrives, of a limited size and at a smallest rate, both counted here: a length may be a
 * lie. The rest stays with the caller until it is asked for, and no thread waits. For one reader at a time.
 */
public final class RequestBody implements Content.Source {
    /** How long a caller may be silent while somebody reads, and how long it may take for nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Bytes a second, beyond that. */
    private static final int SMALLEST_RATE = 1024;

    private static final long LITTLE = 64 * 1024;
    private static final Duration LAST_READ = Duration.ofSeconds(5);
    private static final long LAST_READ_LIMIT = 16 * 1024 * 1024;
    private static final String ATTRIBUTE = "body";

    /** Bytes of one that is for the proxy itself. */
    private static final int OWN_LIMIT = 64 * 1024;

    private static final Pattern WAIT_SECONDS = Pattern.compile("\\d{1,2}");

    private final Request request;
    private long limit;
    private long received;
    private volatile boolean ended;

    // Below: guarded by this. Chunks arrive on threads of the server, and time runs out on another one.
    private Optional<Content.Chunk> failure = Optional.empty();
    private Optional<Runnable> reader = Optional.empty();
    private boolean demanded;
    private int demands;
    private long waitingSince;
    private long waited;
    private Optional<Scheduler.Task> alarm = Optional.empty();

    private RequestBody(Request request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The body of that request; to be asked for once. */
    public static RequestBody of(Context ctx, long limit) {
        var request = request(ctx);
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > limit) {
            throw tooLarge();
        }
        var body = new RequestBody(request, limit);
        ctx.attribute(ATTRIBUTE, body);
        return body;
    }

    private static CompletableFuture<byte[]> readAll(Context ctx) {
        var body = of(ctx, OWN_LIMIT);
        return Promise.Completable.<ByteBuffer>with(whole -> Content.Source.asByteBuffer(body, whole))
                .thenApply(BufferUtil::toArray);
    }

    public static <T> CompletableFuture<T> readJson(Context ctx, Class<T> type) {
        return readAll(ctx)
                .thenApply(body -> ProxyJson.read(body, type)
                        .orElseThrow(
                                () -> RefusedException.malformed("the body is not the JSON object of the contract")));
    }

    /** The parameters of {@code application/x-www-form-urlencoded}; of several with one name, the last. */
    public static CompletableFuture<Map<String, String>> readForm(Context ctx) {
        return readAll(ctx).thenApply(body -> {
            var parameters = new HashMap<String, String>();
            try {
                UrlEncoded.decodeTo(new String(body, StandardCharsets.UTF_8), parameters::put, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw RefusedException.malformed("the form is not encoded as forms are");
            }
            return parameters;
        });
    }

    /** How long the caller waits for news, by the query parameter {@code wait}: not at all where it does not say. */
    public static Duration waitParameter(Context ctx, Duration longest) {
        var text = Optional.ofNullable(ctx.queryParam("wait")).orElse("0");
        if (!WAIT_SECONDS.matcher(text).matches() || Integer.parseInt(text) > longest.toSeconds()) {
            throw RefusedException.malformed("wait is whole seconds, at most " + longest.toSeconds());
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    public static Request request(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req());
    }

    public static boolean isAnnounced(Context ctx) {
        var headers = request(ctx).getHeaders();
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static RefusedException tooLarge() {
        return RefusedException.of(413, LoginProblem.SERVER_HALF_ANSWER_INVALID);
    }

    @Override
    public long getLength() {
        return request.getLength();
    }

    @Override
    public Content.@Nullable Chunk read() {
        synchronized (this) {
            if (failure.isPresent()) {
                return failure.get();
            }
        }
        var chunk = request.read();
        if (chunk == null) {
            return null;
        }
        if (Content.Chunk.isFailure(chunk)) {
            // Jetty calls it bad HTTP, too, where a connection ends in the middle.
            return failed(
                    chunk.getFailure() instanceof HttpException
                                    && !endPoint(request).isInputShutdown()
                            ? RefusedException.malformed("the body is not HTTP")
                            : new CallerGoneException(chunk.getFailure()));
        }
        received += chunk.remaining();
        if (received > limit) {
            chunk.release();
            return failed(tooLarge());
        }
        ended = chunk.isLast();
        return chunk;
    }

    private synchronized Content.Chunk failed(Throwable cause) {
        var failed = Content.Chunk.from(cause);
        failure = Optional.of(failed);
        return failed;
    }

    @Override
    public void demand(Runnable callback) {
        boolean isFailed;
        boolean isNew;
        synchronized (this) {
            isFailed = failure.isPresent();
            isNew = !isFailed && !demanded;
            reader = Optional.of(callback);
            if (!isFailed) {
                demanded = true;
                demands++;
                waitingSince = System.nanoTime();
                var number = demands;
                alarm = Optional.of(request.getComponents()
                        .getScheduler()
                        .schedule(() -> late(number), patience(), TimeUnit.NANOSECONDS));
            }
        }
        if (isFailed) {
            takeReader().ifPresent(Runnable::run);
        } else if (isNew) {
            request.demand(this::arrived);
        }
    }

    private long patience() {
        var earned = TimeUnit.SECONDS.toNanos(received / SMALLEST_RATE);
        return Math.max(0, Math.min(PATIENCE.toNanos(), PATIENCE.toNanos() + earned - waited));
    }

    private void arrived() {
        synchronized (this) {
            demanded = false;
        }
        takeReader().ifPresent(Runnable::run);
    }

    private void late(int demand) {
        synchronized (this) {
            if (demand != demands || reader.isEmpty()) {
                return;
            }
            failure =
                    Optional.of(Content.Chunk.from(RefusedException.of(408, LoginProblem.SERVER_HALF_ANSWER_INVALID)));
        }
        // The reader goes on, and this thread is everybody's timer.
        request.getContext().execute(() -> takeReader().ifPresent(Runnable::run));
    }

    private synchronized Optional<Runnable> takeReader() {
        if (alarm.isPresent()) {
            alarm.get().cancel();
            alarm = Optional.empty();
            waited += System.nanoTime() - waitingSince;
        }
        var next = reader;
        reader = Optional.empty();
        return next;
    }

    /** The reader wants no more. The request itself lives on: it can still be answered. */
    @Override
    public synchronized void fail(Throwable cause) {
        if (failure.isEmpty()) {
            failure = Optional.of(Content.Chunk.from(cause));
        }
        takeReader();
    }

    private synchronized boolean demanded() {
        return demanded;
    }

    public static boolean isRead(Context ctx) {
        return !isAnnounced(ctx) || of(ctx).filter(body -> body.ended).isPresent();
    }

    private static Optional<RequestBody> of(Context ctx) {
        return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
    }

    /** The same, once that is thrown away which has come already. */
    static boolean isReadWithoutWaiting(Context ctx) {
        if (!isRead(ctx)) {
            var body = rest(ctx);
            if (!body.demanded()) {
                body.discardWhatIsThere();
            }
        }
        return isRead(ctx);
    }

    private void discardWhatIsThere() {
        startDiscarding(LITTLE);
        while (!ended) {
            var chunk = read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return;
            }
            chunk.release();
        }
    }

    private static RequestBody rest(Context ctx) {
        return of(ctx).orElseGet(() -> {
            var body = new RequestBody(request(ctx), 0);
            ctx.attribute(ATTRIBUTE, body);
            return body;
        });
    }

    /**
     * Reads on for a few seconds between a response and the end of its request: many clients write all before they
     * read, and would lose the response with the connection.
     */
    public static CompletableFuture<Void> settle(Context ctx) {
        if (isRead(ctx)) {
            return CompletableFuture.completedFuture(null);
        }
        return rest(ctx).discard().thenAccept(all -> {
            if (!all) {
                disconnect(ctx);
            }
        });
    }

    public static void disconnect(Context ctx) {
        endPoint(request(ctx)).close();
    }

    private static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    private synchronized void startDiscarding(long most) {
        failure = Optional.empty();
        limit = received + most;
    }

    private CompletableFuture<Boolean> discard() {
        startDiscarding(LAST_READ_LIMIT);
        var all = new CompletableFuture<Boolean>();
        Content.Source.consumeAll(this, Callback.from(() -> all.complete(true), failure -> all.complete(false)));
        return all.completeOnTimeout(false, LAST_READ.toSeconds(), TimeUnit.SECONDS);
    }

    /** The caller hung up in the middle of a request or of its response. */
    static final class CallerGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallerGoneException(Throwable cause) {
            super("the caller has left", cause, false, false);
        }
    }
}
