package io.github.pscsdk.example.proxy.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.proxy.access.Caller;
import io.github.pscsdk.example.proxy.trace.TraceJournal;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Begins logins in both ways and sees each one to its end; every end is traced, and none leaves half a session. */
public final class Logins implements AutoCloseable {
    private final SessionOpening opening;
    private final TraceJournal journal;
    private final Workers workers;
    private final Clock clock;
    private final LoginBook book;
    // The proxy keeps the expected state itself: the browser that comes back is bound to no workstation.
    private final Map<String, Login> byState = new ConcurrentHashMap<>();

    /**
     * Nothing waits yet.
     *
     * @param audiences the backends for which every session needs a token
     */
    public Logins(List<ApiAudience> audiences, TraceJournal journal, Workers workers, Clock clock) {
        this.opening = new SessionOpening(audiences);
        this.journal = journal;
        this.workers = workers;
        this.clock = clock;
        this.book = new LoginBook(clock);
    }

    /** Asks the professional on a device; the future has the login as soon as Pro Santé Connect accepted the request. */
    public CompletableFuture<Login> onDevice(
            Caller caller, RelyingParty client, BackchannelRequest request, BindingMessage message) {
        var asked = Optional.of(request.nationalId());
        return begin(caller, client, asked, () -> {
            var waiting = client.beginBackchannelLogin(request, message);
            var login = new Login(caller, client, asked, waiting.deadline(), Optional.empty(), journal);
            login.outcome().whenComplete((session, failure) -> waiting.cancel());
            conclude(login, waiting.outcome());
            return login;
        });
    }

    /** Prepares a browser login; it waits for {@link #comeBack}. */
    public CompletableFuture<Login> inBrowser(Caller caller, RelyingParty client) {
        return begin(caller, client, Optional.empty(), () -> {
            var begun = client.beginBrowserLogin();
            var page = Optional.of(begun.authorizationUri());
            var login = new Login(caller, client, Optional.empty(), begun.expiresAt(), page, journal);
            byState.put(begun.state(), login);
            login.outcome().whenComplete((session, failure) -> byState.remove(begun.state()));
            expire(login);
            return login;
        });
    }

    private CompletableFuture<Login> begin(
            Caller caller, RelyingParty client, Optional<NationalId> asked, Workers.Call<Login> start) {
        return workers.call(() -> {
            try {
                var login = start.make();
                book.add(login);
                return login;
            } catch (PscException e) {
                journal.failure(
                        caller.origin(),
                        Optional.of(client.clientId()),
                        asked.map(NationalId::value),
                        Optional.of(client));
                throw e;
            }
        });
    }

    private void expire(Login login) {
        var left = Duration.between(clock.instant(), login.deadline());
        CompletableFuture.delayedExecutor(left.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> login.fail(
                        new PscException(LoginProblem.NO_ANSWER_IN_TIME, "nobody came back from the login page")));
    }

    /**
     * The browser came back from the login page. Works once per login, whatever comes of it.
     *
     * @param callback the address that the browser called
     * @param state what it brought along
     */
    public CompletableFuture<PscSession> comeBack(URI callback, String state) {
        var login = byState.remove(state);
        if (login == null) {
            return CompletableFuture.failedFuture(
                    new PscException(LoginProblem.LOGIN_NOT_WAITING, "no login waits for this return"));
        }
        conclude(login, workers.call(() -> login.client().completeBrowserLogin(callback, state)));
        return login.outcome();
    }

    private void conclude(Login login, CompletionStage<PscSession> identity) {
        identity.whenComplete((session, failure) -> workers.call(() -> {
            if (failure == null) {
                open(login, session);
            } else {
                login.fail(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            return login;
        }));
    }

    private void open(Login login, PscSession session) throws InterruptedException {
        try {
            opening.exchange(login.client(), session);
            if (!login.succeed(session)) {
                SessionOpening.end(new ActiveSession(login.client(), session));
            }
        } catch (PscException | RuntimeException e) {
            login.fail(e);
        }
    }

    /** Ends a session; never fails, since here it is gone whatever Pro Santé Connect answers. */
    public CompletableFuture<ActiveSession> end(ActiveSession active) {
        return workers.call(() -> SessionOpening.end(active));
    }

    /** The login of that id, if this caller's application began it. */
    public Optional<Login> find(String id, Caller caller) {
        return book.find(id, caller);
    }

    /** Cancels and forgets a login; a session that it brought and that nobody was told of is ended. */
    public void withdraw(String id, Caller caller) {
        book.find(id, caller).ifPresent(login -> {
            book.remove(login);
            login.cancel();
            login.undelivered().ifPresent(session -> end(new ActiveSession(login.client(), session)));
        });
    }

    /** Cancels all that wait. */
    @Override
    public void close() {
        book.all().forEach(Login::cancel);
    }
}
