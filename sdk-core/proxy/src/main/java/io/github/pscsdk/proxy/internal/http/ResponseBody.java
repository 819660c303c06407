package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.proxy.internal.http.RequestBody.CallerGoneException;
import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;

/**
 * Writes the body of a response as it comes, no faster than the caller takes it. No thread waits; either the caller or
 * the source is awaited, so that one thread at a time works here.
 */
public final class ResponseBody implements WriteListener {
    private static final String ATTRIBUTE = "response";

    private final ServletOutputStream out;
    private final Content.Source source;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private boolean unflushed;
    private boolean ended;

    private ResponseBody(ServletOutputStream out, Content.Source source) {
        this.out = out;
        this.source = source;
    }

    /** Begins, within an asynchronous request. Fails with a {@link CallerGoneException}, or as the source fails. */
    public static CompletableFuture<Void> write(Context ctx, Content.Source source) {
        try {
            ctx.attribute(ATTRIBUTE, true);
            var body = new ResponseBody(ctx.res().getOutputStream(), source);
            body.out.setWriteListener(body);
            return body.written;
        } catch (IOException e) {
            return CompletableFuture.failedFuture(new CallerGoneException(e));
        }
    }

    /** Writes a response of the proxy's own. Handles, identifiers and names: nothing on the way may keep them. */
    public static void json(Context ctx, Object body) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(body instanceof byte[] written ? written : ProxyJson.write(body));
    }

    static boolean hasBegun(Context ctx) {
        return ctx.attribute(ATTRIBUTE) != null;
    }

    @Override
    public void onWritePossible() {
        try {
            while (!written.isDone() && out.isReady()) {
                if (!writeNext()) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    private boolean writeNext() throws IOException {
        if (ended) {
            out.close();
            written.complete(null);
            return false;
        }
        var chunk = source.read();
        if (chunk == null) {
            if (unflushed) {
                // Everything so far goes out before more is awaited: a backend may tell of events.
                unflushed = false;
                out.flush();
                return true;
            }
            source.demand(this::onWritePossible);
            return false;
        }
        if (Content.Chunk.isFailure(chunk)) {
            written.completeExceptionally(chunk.getFailure());
            return false;
        }
        ended = chunk.isLast();
        var bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        chunk.release();
        if (bytes.length > 0) {
            unflushed = true;
            out.write(bytes);
        }
        return true;
    }

    @Override
    public void onError(Throwable failure) {
        source.fail(failure);
        written.completeExceptionally(new CallerGoneException(failure));
    }
}
