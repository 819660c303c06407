package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.internal.SecureUrl;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.NewLogin;
import io.github.pscsdk.proxyprotocol.internal.ProxyDiagnosis;
import io.github.pscsdk.proxyprotocol.internal.ProxyStatus;
import io.github.pscsdk.proxyprotocol.internal.SessionValidity;
import io.github.pscsdk.workstation.internal.http.ServerHalfSettings.Contract;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import io.github.pscsdk.workstation.internal.json.DocumentMapper.ConnectRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor's server half: all that the workstation asks of it, by either contract. Safe for any thread. */
public final class ServerHalf implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerHalf.class);

    // The contract's maximum; the call itself gets some more time.
    private static final Duration END_POLL = Duration.ofSeconds(30);
    private static final Duration END_POLL_LIMIT = END_POLL.plusSeconds(10);

    // Nobody waits any more, but a login may have begun, and ring a phone.
    private static final Duration LATE_ANSWER = Duration.ofSeconds(15);

    private final ServerHalfSettings settings;
    private final EngineThreads threads;
    private final UnaryOperator<OkHttpClient.Builder> wiring;
    private Optional<ServerCalls> calls = Optional.empty();
    private volatile boolean open = true;
    /** Whether it speaks the plain contract alone: the host says so, or it has shown it. */
    private volatile boolean plain;

    /** Connects to nothing yet, and loads neither OkHttp nor Jackson. */
    public ServerHalf(ServerHalfSettings settings, EngineThreads threads) {
        this(settings, threads, UnaryOperator.identity());
    }

    ServerHalf(ServerHalfSettings settings, EngineThreads threads, UnaryOperator<OkHttpClient.Builder> wiring) {
        this.settings = settings;
        this.threads = threads;
        this.wiring = wiring;
        this.plain = settings.contract() == Contract.PLAIN;
    }

    public URI address() {
        return settings.address();
    }

    /** Loads OkHttp and Jackson now: on a busy machine that takes seconds, in which the server half is not silent. */
    public void prepare() {
        calls();
        DocumentMapper.load();
    }

    // ---- which contract it speaks --------------------------------------------------------------------------------

    /**
     * Whether it shows, by that answer under {@code /v1} and by another one, that it speaks the plain contract alone.
     * That is remembered. A 404 alone shows nothing: gateways answer so while the server half behind them is away.
     */
    private boolean isPlainBy(HttpResponse response) throws PscException, InterruptedException {
        if (settings.contract() != Contract.FOUND_OUT || !PlainContract.lacksAdditions(response)) {
            return false;
        }
        var answer = calls().send(PlainContract.QUESTION);
        if (answer.isOutage()) {
            throw ServerCalls.problem(answer);
        }
        if (PlainContract.isSpoken(answer)) {
            log.info("the server half speaks the plain contract alone: logins by card and by phone");
            plain = true;
        }
        return plain;
    }

    /**
     * Asks which contract it speaks on a new connection, and reports how far that came; waits hardly longer than the
     * limit.
     */
    public ProbeResult probe(Duration limit) throws InterruptedException {
        var begin = threads.elapsed();
        if (plain) {
            return calls().probe(PlainContract.QUESTION.within(limit), true);
        }
        var status = calls().probe(ServerRequest.get("v1/status").within(limit), false);
        if (settings.contract() == Contract.FULL
                || status.reply()
                        .filter(reply -> PlainContract.lacksAdditions(reply.answer()))
                        .isEmpty()) {
            return status;
        }
        var left = limit.minus(threads.elapsed().minus(begin));
        var question = calls().probe(PlainContract.QUESTION.within(left), true);
        return question.reply()
                        .filter(reply -> PlainContract.isSpoken(reply.answer()))
                        .isPresent()
                ? question
                : status;
    }

    // ---- what it says of itself ----------------------------------------------------------------------------------

    /** Which Pro Santé Connect it talks to; {@code GET /v1/status}. */
    public Environment environment() throws PscException, InterruptedException {
        if (plain) {
            return Environment.UNKNOWN;
        }
        var response = calls().send(ServerRequest.get("v1/status"));
        return isPlainBy(response)
                ? Environment.UNKNOWN
                : ServerCalls.read(response, ProxyStatus.class).environment();
    }

    /** Its own findings, on itself and on Pro Santé Connect; empty where it does not know the question. */
    public Optional<ProxyDiagnosis> diagnosis(Duration limit) throws PscException, InterruptedException {
        return ifKnown(calls().send(ServerRequest.get("v1/diagnosis").within(limit)), ProxyDiagnosis.class);
    }

    /** The document; empty where the server half answers 404, since it does not know the request. */
    private static <T> Optional<T> ifKnown(HttpResponse response, Class<T> type) throws PscException {
        return response.status() == 404 ? Optional.empty() : Optional.of(ServerCalls.read(response, type));
    }

    // ---- logins --------------------------------------------------------------------------------------------------

    /**
     * A login that waits for the professional's answer: by the calls under {@code /v1}, or by those of ANS's plain
     * contract. For one thread.
     */
    public interface PendingLogin {
        /**
         * Its id at the server half; whoever has this and the application token can take the login over. Empty by the
         * plain contract, which has no name for a login.
         */
        default Optional<String> id() {
            return Optional.empty();
        }

        /**
         * Waits for the professional's answer. If it ends otherwise, the server half is told to stop asking.
         *
         * @param code asked where the server half wants the code of its page
         */
        SessionHandle await(CodeQuestion code) throws PscException, InterruptedException;
    }

    /** Asks for the code of the page; see {@link io.github.pscsdk.api.dialog.LoginDialog#browserCode}. */
    @FunctionalInterface
    public interface CodeQuestion {
        Optional<String> ask(int triesLeft, boolean again) throws InterruptedException;
    }

    /** Has Pro Santé Connect ask the professional on a device. If interrupted, the login is cancelled there. */
    public PendingLogin begin(BackchannelRequest request, BindingMessage message, Instant deadline)
            throws PscException, InterruptedException {
        var asked = request.nationalId().value();
        var channel = request.channel().name();
        if (!plain) {
            var begun = begin(NewLogin.onDevice(settings.clientId(), asked, channel, message.digits()), deadline);
            if (!isPlainBy(begun)) {
                return pending(begun, deadline);
            }
        }
        var connect = new ConnectRequest(asked, message.digits(), settings.clientId(), channel);
        return new BlockingLogin(calls(), threads.clock(), connect, deadline);
    }

    /** Begins a login in the browser; the address to open is in the answer. If interrupted, it is cancelled there. */
    public PolledLogin beginInBrowser(Instant deadline) throws PscException, InterruptedException {
        if (plain) {
            throw noBrowser();
        }
        var begun = begin(NewLogin.inBrowser(settings.clientId(), !settings.singleSignOn()), deadline);
        if (isPlainBy(begun)) {
            throw noBrowser();
        }
        var pending = pending(begun, deadline);
        if (pending.authorizationUri().isEmpty()) {
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login in the browser has no page");
        }
        return pending;
    }

    private static PscException noBrowser() {
        return new PscException(
                LoginProblem.BROWSER_LOGIN_NOT_OFFERED, "the server half speaks the plain contract alone");
    }

    /** A login that was begun before; asks nothing yet. */
    public PendingLogin resume(String loginId, Instant deadline) throws PscException {
        if (plain) {
            throw new PscException(LoginProblem.LOGIN_NOT_WAITING, "by the plain contract no login can be resumed");
        }
        return new PolledLogin(calls(), loginId, deadline, Optional.empty());
    }

    /**
     * Waits for the answer as long as one waits for any, but not beyond the deadline; the call goes on, and an answer
     * that comes late says which login to cancel.
     */
    private HttpResponse begin(NewLogin start, Instant deadline) throws PscException, InterruptedException {
        var request = ServerRequest.postJson("v1/logins", DocumentMapper.write(start));
        var left = Duration.between(threads.clock().instant(), deadline);
        var wait = left.compareTo(request.limit()) < 0 ? left : request.limit();
        // Never repeated: the server half may have begun the login although its answer was lost.
        var call = calls().start(request.within(request.limit().plus(LATE_ANSWER)));
        try {
            if (threads.await(call.answer(), wait)) {
                return calls().await(call);
            }
        } catch (InterruptedException e) {
            calls().awaitEnd(cancelLate(call, deadline));
            throw e;
        }
        cancelLate(call, deadline);
        throw call.probe().failure(new TimeoutException());
    }

    /** The login that this call begins is cancelled as soon as the answer gives its id. */
    private CompletableFuture<Void> cancelLate(ServerCalls.Sent call, Instant deadline) {
        return call.answer().thenAccept(response -> cancel(response, deadline));
    }

    private void cancel(HttpResponse response, Instant deadline) {
        try {
            pending(response, deadline).cancel();
        } catch (PscException e) {
            log.debug("a login that was cancelled while it began had not begun");
        }
    }

    private PolledLogin pending(HttpResponse response, Instant deadline) throws PscException {
        var started = ServerCalls.read(response, NewLogin.Created.class);
        var pending = new PolledLogin(calls(), started.id(), deadline, started.authorizationUri());
        if (!started.authorizationUri().map(SecureUrl::isSafe).orElse(true)) {
            // The desktop would open anything, a local program included.
            pending.cancel();
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the login page has no https address");
        }
        return pending;
    }

    // ---- a session -----------------------------------------------------------------------------------------------

    /** The professional who logged in, how, and until when; network failures are retried until the login's deadline. */
    public LoggedIn session(SessionHandle handle, Instant deadline) throws PscException, InterruptedException {
        if (handle.known().isPresent()) {
            return handle.known().get();
        }
        var request = ServerRequest.get("v1/session").of(handle);
        return calls().repeat(deadline, () -> ServerCalls.read(calls().send(request), LoggedIn.class));
    }

    /**
     * Waits for the end of the session, which is no activity there; blocks nobody. Completes with how long it may last
     * if it goes on after half a minute, empty where the server half cannot tell; fails with {@code SESSION_ENDED} and
     * the like.
     */
    public CompletableFuture<Optional<SessionValidity>> sessionEnd(SessionHandle handle) {
        if (handle.isOfPlainContract()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var request = ServerRequest.get("v1/session/end?wait=" + END_POLL.toSeconds())
                .of(handle)
                .within(END_POLL_LIMIT);
        var call = calls().start(request);
        var outcome = call.answer().handle((response, failure) -> {
            try {
                if (failure != null) {
                    throw call.probe().failure(failure);
                }
                return ifKnown(response, SessionValidity.class);
            } catch (PscException e) {
                throw new CompletionException(e);
            }
        });
        outcome.whenComplete((told, failure) -> call.answer().cancel(true));
        return outcome;
    }

    /** Calls a backend; its answer comes back unchanged, whatever its status. */
    public ApiResponse send(SessionHandle handle, ApiRequest request) throws PscException, InterruptedException {
        var response = calls().forward(ServerRequest.toBackend(request).of(handle));
        if (handle.isOfPlainContract()) {
            PlainContract.checkForwarded(response);
        }
        return new ApiResponse(
                response.status(), response.header("Content-Type").orElse(""), response.body());
    }

    /**
     * Ends the proxy session and the session with Pro Santé Connect.
     *
     * @return where the proxy session is over, but Pro Santé Connect could not be told: why
     * @throws PscException {@code SESSION_ENDED} if there was none any more, among others; the proxy session may live
     *     on
     */
    public Optional<LoginProblem> disconnect(SessionHandle handle) throws PscException, InterruptedException {
        var response = calls().send(ServerRequest.delete("disconnect").of(handle));
        var problem = response.header(ServerCalls.PROXY_ERROR);
        if (ServerCalls.isDone(response)) {
            // That no trace of the end was kept is its vendor's to know.
            return problem.map(code -> LoginProblem.ofCode(code).orElse(LoginProblem.PSC_UNAVAILABLE))
                    .filter(untold -> untold != LoginProblem.TRACE_NOT_KEPT);
        }
        if (response.status() == 401
                && problem.or(() -> DocumentMapper.error(response.body()).problem())
                        .isEmpty()) {
            // A 401 without a problem code is about the session, as in the contract of ANS.
            throw new PscException(LoginProblem.SESSION_ENDED, "the server half knows no such session");
        }
        throw ServerCalls.problem(response);
    }

    /**
     * The same for a session that no caller will get; works on an interrupted thread too, and takes a second at most.
     */
    public void abandon(SessionHandle handle) {
        if (open) {
            calls().sendEnd(ServerRequest.delete("disconnect").of(handle));
        }
    }

    /** Gives up every call that is under way; later ones fail with {@link IllegalStateException}. */
    @Override
    public synchronized void close() {
        open = false;
        calls.ifPresent(ServerCalls::close);
    }

    /** OkHttp and Jackson are loaded here, where they are first needed. */
    private synchronized ServerCalls calls() {
        if (!open) {
            throw new IllegalStateException("the client is closed");
        }
        if (calls.isEmpty()) {
            calls = Optional.of(new ServerCalls(settings, threads, wiring));
        }
        return calls.get();
    }
}
