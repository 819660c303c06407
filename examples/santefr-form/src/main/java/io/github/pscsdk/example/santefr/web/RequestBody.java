package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a request, read whole and within bounds before anything is done with it. No thread waits for what has not
 * come: who is too slow is refused, and who leaves is forgotten.
 */
public final class RequestBody {
    /** The time that a caller may be silent; the server then ends the request. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    /** Bytes a second, beyond that. */
    private static final int SMALLEST_RATE = 32 * 1024;
    /** For what a caller still sends when the response is known. */
    private static final Duration HEARD_OUT = Duration.ofSeconds(5);
    /** Bytes of all bodies of one address that are being read, by whatever server of this process: the heap is one. */
    private static final long MOST_OF_AN_ADDRESS = 32L << 20;

    private static final Map<String, Long> BEING_READ = new ConcurrentHashMap<>();
    private static final String ATTRIBUTE = "body";

    private final Request request;
    private final String address;
    private final int mostBytes;
    private final CompletableFuture<Optional<byte[]>> whole = new CompletableFuture<>();
    /** Whether the caller is there still when it has sent all. */
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    // Guarded by this: time runs out on a thread of its own.
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** Goes on with a body that is there. */
    @FunctionalInterface
    public interface Receiver {
        /** @param body empty if it is larger than may be */
        void receive(Optional<byte[]> body) throws Exception;
    }

    private RequestBody(Context context, int mostBytes) {
        this.request = ServletContextRequest.getServletContextRequest(context.req());
        this.address = PageRequest.addressOf(context);
        this.mostBytes = mostBytes;
        context.attribute(ATTRIBUTE, this);
        whole.whenComplete((bytes, failure) -> forget());
    }

    /**
     * Reads, then goes on: on a thread of the server, which may block. To be called last in a handler, once for a
     * request.
     */
    public static void read(Context context, int mostBytes, Receiver next) {
        var body = new RequestBody(context, mostBytes);
        context.future(() -> body.thenGoOn(next));
    }

    private CompletableFuture<Void> thenGoOn(Receiver next) {
        readOn();
        var expected = request.getLength() < 0 ? mostBytes : Math.min(request.getLength(), mostBytes);
        return whole.orTimeout(PATIENCE.toMillis() + expected * 1000 / SMALLEST_RATE, TimeUnit.MILLISECONDS)
                .handleAsync((bytes, failure) -> goOn(bytes, failure, next), request.getContext())
                .thenCompose(RequestBody::goOnIf);
    }

    private boolean goOn(Optional<byte[]> bytes, Throwable failure, Receiver next) {
        if (failure instanceof HttpResponseException refused) {
            throw refused;
        } else if (failure instanceof TimeoutException) {
            throw new HttpResponseException(408, "too slow", Map.of());
        } else if (failure != null) {
            LOG.debug("a caller left: {}", failure.getClass().getName());
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            return false;
        }
        try {
            next.receive(bytes);
            return true;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** A caller that has left is not answered: Jetty has ended the request, and nothing of it may be touched. */
    private static CompletableFuture<Void> goOnIf(boolean isThere) {
        return isThere ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    private void readOn() {
        for (var chunk = request.read(); chunk != null; chunk = request.read()) {
            if (Content.Chunk.isFailure(chunk)) {
                whole.completeExceptionally(chunk.getFailure());
                end.complete(false);
                return;
            }
            keep(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast()) {
                whole.complete(Optional.of(kept.toByteArray()));
                end.complete(true);
                return;
            }
        }
        request.demand(this::readOn);
    }

    private synchronized void keep(ByteBuffer chunk) {
        if (whole.isDone()) {
            return;
        }
        if (kept.size() + chunk.remaining() > mostBytes) {
            whole.complete(Optional.empty());
            return;
        }
        var bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        kept.writeBytes(bytes);
        if (BEING_READ.merge(address, (long) bytes.length, Long::sum) > MOST_OF_AN_ADDRESS) {
            whole.completeExceptionally(new HttpResponseException(429, "too much at once", Map.of()));
        }
    }

    private synchronized void forget() {
        BEING_READ.computeIfPresent(address, (from, bytes) -> bytes > kept.size() ? bytes - kept.size() : null);
        kept.reset();
    }

    /**
     * Comes after every handler. The rest of a body when the response is known is dropped, and the response does
     * not wait for it: many write all before they read, and would lose the response with the connection.
     */
    public static void hearOut(Context context) {
        var begun = Optional.<RequestBody>ofNullable(context.attribute(ATTRIBUTE));
        var body = begun.orElseGet(() -> new RequestBody(context, 0));
        if (body.end.isDone() || !body.isAnnounced()) {
            return;
        }
        answer(context);
        if (begun.isEmpty()) {
            body.readOn();
        }
        context.future(() -> body.end
                .completeOnTimeout(true, HEARD_OUT.toSeconds(), TimeUnit.SECONDS)
                .thenCompose(RequestBody::goOnIf));
    }

    /** Whether Jetty has let go of request and response, which throw at each touch from then on. */
    public static boolean isGone(Context context) {
        try {
            context.statusCode();
            context.header("Host");
            return false;
        } catch (IllegalStateException | NullPointerException e) {
            return true;
        }
    }

    private boolean isAnnounced() {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Writes the response now. It is short: no caller can hold it up. */
    private static void answer(Context context) {
        try (var out = context.res().getOutputStream();
                var result = context.resultInputStream()) {
            if (result != null) {
                out.write(result.readAllBytes());
            }
            context.result("");
        } catch (IOException gone) {
            LOG.debug("a refused caller left: {}", gone.getClass().getName());
        }
    }
}
