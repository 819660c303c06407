package io.github.pscsdk.testkit.peer;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that stop in the middle of their body, each on a connection of its own, until all are closed. A server
 * should not care.
 */
public final class HalfSentRequests implements AutoCloseable {
    // The half-sent ones never end by themselves within that time.
    private static final int PATIENCE = 60_000;
    private static final int TIMES = 5;

    private final URI server;
    private final List<SocketCaller> callers = new ArrayList<>();

    private HalfSentRequests(URI server) {
        this.server = server;
    }

    /** Sends so many; {@code more} headers end with line breaks. */
    public static HalfSentRequests open(URI server, int number, String requestLine, String token, String more)
            throws IOException {
        var requests = new HalfSentRequests(server);
        var head = SocketCaller.head(requestLine, token, more + "Content-Length: 500\r\n");
        for (var i = 0; i < number; i++) {
            requests.callers.add(new SocketCaller(server).send(head + "{"));
        }
        return requests;
    }

    /** The status line of the answer to a whole request, sent a few times until the others are there. */
    public String answerTo(String requestLine, String token) throws IOException {
        var answer = "";
        for (var i = 0; i < TIMES; i++) {
            try (var caller = new SocketCaller(server)) {
                caller.socket().setSoTimeout(PATIENCE);
                answer = caller.send(SocketCaller.head(requestLine, token, "")).readHead();
            }
        }
        return answer.lines().findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        for (var caller : callers) {
            caller.close();
        }
    }
}
