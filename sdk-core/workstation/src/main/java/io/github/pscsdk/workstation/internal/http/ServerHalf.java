package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.workstation.internal.json.Documents;
import io.github.pscsdk.workstation.internal.json.LoginStart;
import io.github.pscsdk.workstation.internal.json.LoginStarted;
import io.github.pscsdk.workstation.internal.json.ServerStatus;
import io.github.pscsdk.workstation.internal.json.SessionDocument;
import io.github.pscsdk.workstation.internal.thread.EngineThreads;
import io.github.pscsdk.workstation.internal.thread.Patience;
import io.github.pscsdk.workstation.internal.time.Sleeper;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor's server half: everything that the workstation ever asks of it. Safe for any thread. */
public final class ServerHalf implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerHalf.class);

    // The server half allows itself 15 s for the backend, and may have to get a token first.
    private static final Duration SEND_LIMIT = Duration.ofSeconds(40);
    private static final Pattern LOGIN_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Set<String> OWN_HEADERS =
            Set.of("authorization", "cookie", "host", "connection", "content-length", "transfer-encoding");

    private final ServerHalfAddress address;
    private final ApplicationToken token;
    private final String clientId;
    private final EngineThreads threads;
    private Optional<Conversation> conversation = Optional.empty();
    private volatile boolean open = true;

    /** Remembers whom to talk to; loads and opens nothing yet. */
    public ServerHalf(ServerHalfAddress address, ApplicationToken token, String clientId, EngineThreads threads) {
        this.address = address;
        this.token = token;
        this.clientId = clientId;
        this.threads = threads;
    }

    /** What it is connected to; shows as well that it is there and accepts the application token. */
    public ServerStatus status() throws PscException, InterruptedException {
        return conversation().ask(Question.get("v1/status"), ServerStatus.class);
    }

    /** Has Pro Santé Connect ask the professional on a device. Interrupted, whatever it began is cancelled. */
    public PendingLogin start(BackchannelRequest request, BindingMessage message)
            throws PscException, InterruptedException {
        return start(new LoginStart(
                "BACKCHANNEL",
                clientId,
                Optional.of(request.nationalId().value()),
                Optional.of(request.channel().name()),
                Optional.of(message.digits())));
    }

    /** Begins a login in the browser; the address to open is in the answer. Interrupted, it is cancelled. */
    public PendingLogin startBrowser() throws PscException, InterruptedException {
        var pending = start(new LoginStart("BROWSER", clientId, Optional.empty(), Optional.empty(), Optional.empty()));
        if (pending.authorizationUri().isEmpty()) {
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login in the browser has no page");
        }
        return pending;
    }

    /** Who logged in, and until when. */
    public SessionDocument session(SessionHandle handle) throws PscException, InterruptedException {
        return conversation().ask(Question.get("v1/session").of(handle), SessionDocument.class);
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
            conversation = Optional.of(new Conversation(new Transport(address, token, threads), new Documents()));
        }
        return conversation.get();
    }

    private PendingLogin start(LoginStart start) throws PscException, InterruptedException {
        var current = conversation();
        var exchange =
                current.begin(Question.postJson("v1/logins", current.documents().write(start)));
        try {
            return pending(current, exchange.await());
        } catch (InterruptedException e) {
            // The request may have been heard: what it begins must be cancelled as soon as its id is known.
            Patience.waitFor(exchange.answer().thenAccept(answer -> cancel(current, answer)), Conversation.FAREWELL);
            throw e;
        }
    }

    private static void cancel(Conversation current, Answer answer) {
        try {
            pending(current, answer).cancel();
        } catch (PscException e) {
            log.debug("a login that was cancelled while it began had not begun");
        }
    }

    private static PendingLogin pending(Conversation current, Answer answer) throws PscException {
        var started = current.read(answer, LoginStarted.class);
        var pending = new PendingLogin(current, Sleeper.REAL, path(started), started.authorizationUri());
        if (!started.authorizationUri().map(LoopbackOrTls::allows).orElse(true)) {
            // It goes to the desktop, which opens far more than web pages.
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the login page has no https address");
        }
        return pending;
    }

    private static String path(LoginStarted started) throws PscException {
        if (!LOGIN_ID.matcher(started.id()).matches()) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the id of a login is none");
        }
        return "v1/logins/" + started.id();
    }
}
