package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.BrowserLoginOptions;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Begins logins in both ways and sees each one to its end; every end is traced, and none leaves half a session. */
public final class Logins implements AutoCloseable {
    // For a caller whose long poll was cut off just when the login ended.
    private static final Duration KEPT_AFTER_DEADLINE = Duration.ofMinutes(2);

    private final List<ApiAudience> audiences;
    private final TraceJournal journal;
    private final Clock clock;
    private final BrowserReturns returns;
    // By their ids: those that wait, and those that ended a short while ago.
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    /**
     * @param audiences the backends for which every session needs a token
     */
    public Logins(List<ApiAudience> audiences, TraceJournal journal, Clock clock) {
        this(audiences, journal, clock, BrowserReturns.Timer.ofSystem());
    }

    Logins(List<ApiAudience> audiences, TraceJournal journal, Clock clock, BrowserReturns.Timer timer) {
        this.audiences = List.copyOf(audiences);
        this.journal = journal;
        this.clock = clock;
        this.returns = new BrowserReturns(this.audiences, timer, clock);
    }

    /**
     * Asks the professional on a device; the future has the login as soon as Pro Santé Connect accepted the request.
     *
     * @param pending is told how long the professional may answer, and is ended with the login
     */
    public CompletableFuture<Login> onDevice(
            Caller caller,
            RelyingParty client,
            BackchannelRequest request,
            BindingMessage message,
            PendingLogin pending) {
        return begin(caller, client, pending, client.beginBackchannelLogin(request, message), waiting -> {
            pending.pendsUntil(waiting.deadline());
            var login = new Login(caller, client, pending, waiting.deadline(), Optional.empty(), journal);
            login.outcome().whenComplete((session, failure) -> waiting.cancel());
            waiting.outcome().whenComplete((session, failure) -> conclude(login, session, failure));
            return login;
        });
    }

    /**
     * Prepares a browser login; it waits for {@link #comeBack}, and then for the code.
     *
     * @param pending is ended with the login
     */
    public CompletableFuture<Login> inBrowser(
            Caller caller, RelyingParty client, BrowserLoginOptions options, PendingLogin pending) {
        return begin(caller, client, pending, client.beginBrowserLogin(options), begun -> {
            var page = Optional.of(begun.authorizationUri());
            var login = new Login(caller, client, pending, begun.expiresAt(), page, journal);
            returns.await(login, begun);
            return login;
        });
    }

    private <T> CompletableFuture<Login> begin(
            Caller caller,
            RelyingParty client,
            PendingLogin pending,
            CompletionStage<T> begun,
            Function<T, Login> login) {
        return begun.thenApply(accepted -> keep(login.apply(accepted)))
                // Whatever kept it from beginning: nobody is asked any more.
                .whenComplete((waiting, failure) -> {
                    if (failure != null) {
                        pending.end();
                    }
                    if (Login.causeOf(failure) instanceof PscException) {
                        var person = pending.person().map(NationalId::value);
                        journal.failure(caller.origin(), Optional.of(client.clientId()), person, Optional.of(client));
                    }
                })
                .toCompletableFuture();
    }

    private Login keep(Login login) {
        var horizon = clock.instant().minus(KEPT_AFTER_DEADLINE);
        logins.values().removeIf(old -> old.deadline().isBefore(horizon));
        logins.put(login.id(), login);
        return login;
    }

    /**
     * The browser came back from the login page: completes with the code that its page shows. Works once per login,
     * whatever comes of it.
     *
     * @param callback the address that the browser called
     * @param state what it brought along
     */
    public CompletableFuture<PageCode> comeBack(URI callback, String state) {
        return returns.comeBack(callback, state);
    }

    /**
     * Takes the code that was typed in the software. Completes when the login stands where that leads: in its session, with
     * a try less, or failed; exceptionally with {@code LOGIN_NOT_WAITING} where no code is awaited, which costs nothing.
     *
     * @param typed of the {@linkplain PageCode#isShaped shape} of a code
     */
    public CompletableFuture<Void> take(Login login, String typed) {
        return returns.take(login, typed);
    }

    private void conclude(Login login, PscSession session, Throwable failure) {
        if (failure == null) {
            login.open(session, audiences);
        } else {
            login.fail(Login.causeOf(failure));
        }
    }

    /** The login of that id, if this caller's application began it: no other may see it. */
    public Optional<Login> find(String id, Caller caller) {
        var login = kept(id, caller);
        login.ifPresent(returns::expireIfDue);
        return login;
    }

    private Optional<Login> kept(String id, Caller caller) {
        return Optional.ofNullable(logins.get(id)).filter(login -> login.isOf(caller));
    }

    /** Cancels and forgets a login; a session that it brought and that nobody was told of is ended. */
    public void withdraw(String id, Caller caller) {
        kept(id, caller).ifPresent(login -> {
            logins.remove(id);
            login.cancel();
            login.undelivered().ifPresent(session -> new ActiveSession(login.client(), session).end());
        });
    }

    /** Cancels all that wait. */
    @Override
    public void close() {
        List.copyOf(logins.values()).forEach(Login::cancel);
    }
}
