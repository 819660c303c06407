package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.pscsdk.testkit.persona.internal.json.JsonText;
import io.github.pscsdk.testkit.simulator.internal.model.Fault;
import io.github.pscsdk.time.internal.Scheduler;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a reply to the client, late or broken where a fault says so. */
final class ReplyWriter {
    private static final Logger log = LoggerFactory.getLogger(ReplyWriter.class);
    private static final int MORE = 4 * 1024 * 1024;
    // With each open connection, the JDK's server keeps a buffer of twice the longest piece that was written over it.
    private static final int PIECE = 16 * 1024;

    private static final Executor LATE = Scheduler.threadPerTask("psc-simulator");

    private ReplyWriter() {}

    /** Sends the answer and closes the exchange, now or late; after an {@link IOException} without its connection. */
    static void deliver(
            HttpExchange exchange, Reply reply, Optional<Fault> fault, boolean closesConnection, Scheduler timer)
            throws IOException {
        if (closesConnection) {
            exchange.setStreams(null, new LastBody(exchange.getResponseBody()));
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Delay delay) {
            timer.after(delay.duration(), () -> LATE.execute(() -> send(exchange, reply, 1)));
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Broken broken) {
            breakOff(exchange, reply, broken);
        } else {
            send(exchange, reply, 1);
        }
        if (closesConnection) {
            throw new IOException("the connection was closed after the response");
        }
    }

    /**
     * The body of the last response on a connection: the JDK's server closes the connection where a body cannot be
     * closed.
     */
    private static final class LastBody extends FilterOutputStream {
        LastBody(OutputStream body) {
            super(body);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            throw new IOException("the connection is closed after the response");
        }
    }

    private static void breakOff(HttpExchange exchange, Reply reply, Fault.Broken fault) {
        switch (fault) {
            case DROPPED -> exchange.close();
            case TRUNCATED -> send(exchange, reply, 2);
            case OVERSIZED -> send(exchange, reply.withBody(JsonText.padded(reply.body(), MORE)), 1);
            case DUPLICATE_MEMBER -> send(exchange, reply.withBody(JsonText.withFirstMemberTwice(reply.body())), 1);
        }
    }

    /**
     * Sends the first of {@code parts} of the body; closing the exchange then closes a connection that lacks the rest.
     */
    private static void send(HttpExchange exchange, Reply reply, int parts) {
        try (exchange) {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            // The JDK's server takes -1 for "no body" and 0 for "length unknown".
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                var out = exchange.getResponseBody();
                var end = body.length / parts;
                for (var from = 0; from < end; from += PIECE) {
                    out.write(body, from, Math.min(PIECE, end - from));
                }
                out.flush();
            }
        } catch (IOException e) {
            // Most often a client that did not wait; the JDK's server would say no more than this.
            log.debug("an answer was not delivered", e);
        }
    }
}
