package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.json.Documents;
import io.github.pscsdk.workstation.internal.json.ServerDiagnosis;
import io.github.pscsdk.workstation.internal.json.ServerStatus;
import io.github.pscsdk.workstation.internal.time.Sleeper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** The vendor's server half: everything that the workstation ever asks of it. Safe for any thread. */
public final class ServerHalf implements AutoCloseable {
    // The server half allows itself 15 s for the backend, and may have to get a token first.
    private static final Duration SEND_LIMIT = Duration.ofSeconds(40);
    private static final Set<String> OWN_HEADERS =
            Set.of("authorization", "cookie", "host", "connection", "content-length", "transfer-encoding");

    private final ServerHalfAddress address;
    private final ApplicationToken token;
    private final String clientId;
    private final Clock clock;
    private final EngineThreads threads;
    private final UnaryOperator<OkHttpClient.Builder> wiring;
    private Optional<Conversation> conversation = Optional.empty();
    private volatile boolean open = true;

    /** Remembers whom to talk to; loads and opens nothing yet. */
    public ServerHalf(
            ServerHalfAddress address, ApplicationToken token, String clientId, Clock clock, EngineThreads threads) {
        this(address, token, clientId, clock, threads, UnaryOperator.identity());
    }

    ServerHalf(
            ServerHalfAddress address,
            ApplicationToken token,
            String clientId,
            Clock clock,
            EngineThreads threads,
            UnaryOperator<OkHttpClient.Builder> wiring) {
        this.wiring = wiring;
        this.address = address;
        this.token = token;
        this.clientId = clientId;
        this.clock = clock;
        this.threads = threads;
    }

    /** Where it is. */
    public URI address() {
        return address.base();
    }

    /** What it is connected to. */
    public ServerStatus status() throws PscException, InterruptedException {
        return conversation().ask(Question.get("v1/status"), ServerStatus.class);
    }

    /** Finds out whether it is there, by asking what it is connected to; waits hardly longer than the limit. */
    public Contact contact(Duration limit) throws InterruptedException {
        return conversation().contact(Question.get("v1/status").within(limit), clock);
    }

    /** What it finds of itself and of Pro Santé Connect; empty where it is too old to know. */
    public Optional<ServerDiagnosis> diagnosis(Duration limit) throws PscException, InterruptedException {
        return conversation().askIfKnown(Question.get("v1/diagnosis").within(limit), ServerDiagnosis.class);
    }

    /** The calls of one login, which endures gaps in the network until its deadline. */
    public LoginCalls logins(Instant deadline) {
        return new LoginCalls(conversation(), clientId, new Endurance(clock, Sleeper.REAL, deadline));
    }

    /** Calls a backend; its answer comes back unchanged, whatever its status. */
    public ApiResponse send(SessionHandle handle, ApiRequest request) throws PscException, InterruptedException {
        var body = request.body();
        if ("GET".equals(request.method()) && body.length > 0) {
            throw new IllegalArgumentException("a GET has no body");
        }
        for (var name : request.headers().keySet()) {
            if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the engine sets the header " + name + " itself");
            }
        }
        var question = new Question(
                request.method(), SendPath.of(request), Optional.of(handle), request.headers(), body, SEND_LIMIT);
        var answer = conversation().forward(question);
        return new ApiResponse(answer.status(), answer.contentType(), answer.body());
    }

    /**
     * Ends the proxy session and the session with Pro Santé Connect.
     *
     * @throws PscException {@code SESSION_ENDED} if there was none any more, among others
     */
    public void disconnect(SessionHandle handle) throws PscException, InterruptedException {
        conversation().tellOfSession(Question.delete("disconnect").of(handle));
    }

    /** The same for a session that nobody will get, even on a thread that was told to stop; takes a second at most. */
    public void abandon(SessionHandle handle) {
        if (open) {
            conversation().sayFarewell(Question.delete("disconnect").of(handle));
        }
    }

    /** Whether it was not closed yet. */
    public boolean isOpen() {
        return open;
    }

    /** Gives up every call that is under way; later ones fail with {@link IllegalStateException}. */
    @Override
    public synchronized void close() {
        open = false;
        conversation.ifPresent(Conversation::close);
    }

    /** OkHttp and Jackson are loaded here, where they are first needed. */
    private synchronized Conversation conversation() {
        if (!open) {
            throw new IllegalStateException("the client is closed");
        }
        if (conversation.isEmpty()) {
            conversation =
                    Optional.of(new Conversation(new Transport(address, token, threads, wiring), new Documents()));
        }
        return conversation.get();
    }
}
