package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a caller closes the connection while an answer is awaited, when HTTP/1.1 servers do not read: after a
 * complete request, the connection's end is what there is to read.
 */
public final class ClientDisconnect {
    private final AbstractEndPoint connection;
    private final Context ctx;
    private final Runnable gone;
    private final AtomicBoolean released = new AtomicBoolean();

    private ClientDisconnect(AbstractEndPoint connection, Context ctx, Runnable gone) {
        this.connection = connection;
        this.ctx = ctx;
        this.gone = gone;
    }

    /** Watches from now on; calls {@code gone} at most once, on a thread of the server. */
    public static ClientDisconnect watch(Context ctx, Runnable gone) {
        var watch = new ClientDisconnect(connection(ctx), ctx, gone);
        watch.listen();
        return watch;
    }

    private static AbstractEndPoint connection(Context ctx) {
        var request = ServletContextRequest.getServletContextRequest(ctx.req());
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (!(endPoint instanceof AbstractEndPoint connection)) {
            throw new IllegalStateException("not a connection of a server connector");
        }
        return connection;
    }

    /**
     * Checks that the client is still connected, before work begins for it: while this node stood still, the client may
     * have turned to another one. The whole request must have been read.
     *
     * @throws RefusedException if it has disconnected
     */
    public static void demandPresent(Context ctx) {
        int read;
        try {
            read = connection(ctx).fill(BufferUtil.allocate(1));
        } catch (IOException e) {
            read = -1;
        }
        if (read < 0) {
            throw RefusedException.of(LoginProblem.INTERRUPTED);
        }
        if (read > 0) {
            closeAfter(ctx);
        }
    }

    /** The beginning of a second request is lost now, so the connection must not live on. */
    private static void closeAfter(Context ctx) {
        ctx.res().setHeader("Connection", "close");
    }

    /** Stops watching; needed before the answer is written, since the server will want to read the next request. */
    public void release() {
        if (released.compareAndSet(false, true)) {
            connection.getFillInterest().onFail(new CancellationException());
        }
    }

    private void listen() {
        var listening = connection.tryFillInterested(Callback.from(this::readable, this::failed));
        if (listening && released.get()) {
            // Released in between: the server must find the connection free.
            connection.getFillInterest().onFail(new CancellationException());
        }
    }

    private void readable() {
        if (released.get()) {
            return;
        }
        try {
            var read = connection.fill(BufferUtil.allocate(1));
            if (read < 0) {
                gone.run();
            } else if (read == 0) {
                listen();
            } else {
                closeAfter(ctx);
            }
        } catch (IOException e) {
            gone.run();
        }
    }

    private void failed(Throwable cause) {
        if (released.get()) {
            return;
        }
        if (cause instanceof TimeoutException) {
            // The connection has been idle, as it should be.
            listen();
        } else {
            gone.run();
        }
    }
}
