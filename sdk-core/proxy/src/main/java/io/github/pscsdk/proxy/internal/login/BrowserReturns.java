package io.github.pscsdk.proxy.internal.login;

import static io.github.pscsdk.proxy.internal.login.LoginStatuses.notWaiting;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.access.Caller;
import io.github.pscsdk.proxy.internal.login.LoginStore.Change;
import io.github.pscsdk.proxy.internal.login.StoredLogin.CodeShown;
import io.github.pscsdk.proxy.internal.login.StoredLogin.Failed;
import io.github.pscsdk.proxy.internal.login.StoredLogin.InBrowser;
import io.github.pscsdk.proxy.internal.session.ActiveSession;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The second half of a login in the browser: it comes back from the login page and shows a code, which is typed in the software. Any node takes
 * either. Safe for any thread.
 */
public final class BrowserReturns {
    /** A code that was right is answered when the session is open, or when that has failed. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(60);

    private final RelyingParties clients;
    private final LoginStore store;
    private final LoginOutcomes outcomes;
    private final LoginStatuses statuses;
    private final FailureTraces failures;
    private final StepSignals steps;
    private final Clock clock;

    BrowserReturns(
            RelyingParties clients,
            LoginStore store,
            LoginOutcomes outcomes,
            LoginStatuses statuses,
            FailureTraces failures,
            StepSignals steps,
            Clock clock) {
        this.clients = clients;
        this.store = store;
        this.outcomes = outcomes;
        this.statuses = statuses;
        this.failures = failures;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * The browser came back from the login page: completes with the code that its page shows. Works once per login,
     * whatever comes of it.
     *
     * @param callback the address that the browser called
     * @param state what it brought along
     */
    public CompletableFuture<PageCode> comeBack(URI callback, String state) {
        return store.returned(state)
                .thenCompose(id -> id.map(known -> store.find(known)
                                .thenCompose(login -> login.filter(waiting -> waiting.step() instanceof InBrowser)
                                        .map(waiting -> comeBack(known, waiting, callback, state))
                                        .orElseGet(() -> notWaiting("the login has ended meanwhile"))))
                        .orElseGet(() -> notWaiting("no login waits for this return")));
    }

    private CompletableFuture<PageCode> comeBack(String id, StoredLogin login, URI callback, String state) {
        var client = clients.find(login.begun().clientId());
        if (client.isEmpty()) {
            return notWaiting("its client id is not registered any more");
        }
        return client.get()
                .completeBrowserLogin(callback, state)
                .toCompletableFuture()
                .handle((session, failure) -> failure == null
                        ? confirm(id, new ActiveSession(client.get(), session))
                        : outcomes.fail(id, LoginOutcomes.problemOf(failure))
                                .thenCompose(failed ->
                                        CompletableFuture.<PageCode>failedFuture(RelyingParty.causeOf(failure))))
                .thenCompose(code -> code);
    }

    /**
     * Keeps the session of a verified identity back until the software gives the code that the browser's page shows. Whoever logged in has it, whoever
     * began the login types it; so nobody gets a session by having somebody else log in.
     */
    private CompletableFuture<PageCode> confirm(String id, ActiveSession active) {
        var code = PageCode.draw();
        var handle = active.session().id().value();
        var person = active.session().professional().nationalId().value();
        return store.keep(id, login -> login.cameBack(code, handle, person, clock.instant()))
                .handle((change, failure) -> {
                    steps.signal(id);
                    if (failure != null) {
                        active.end();
                        return outcomes.fail(id, new PscException(LoginProblem.INTERRUPTED, "the store is away"))
                                .handle((failed, unknown) -> failed)
                                .thenCompose(failed -> BrowserReturns.<PageCode>interrupted());
                    }
                    if (change.filter(now -> now.after().session().equals(Optional.of(handle)))
                            .isPresent()) {
                        return CompletableFuture.completedFuture(code);
                    }
                    active.end();
                    return LoginStatuses.<PageCode>notWaiting("the login ended while the browser was on its way");
                })
                .thenCompose(shown -> shown);
    }

    private static <T> CompletableFuture<T> interrupted() {
        return CompletableFuture.failedFuture(
                new PscException(LoginProblem.INTERRUPTED, "the login could not be kept in the store"));
    }

    /**
     * Takes the code that was typed in the software. Completes with where the login stands then: in its session, with a try less, or failed;
     * exceptionally with {@code LOGIN_NOT_WAITING} where no code is awaited, which costs nothing.
     *
     * @param typed of the {@linkplain PageCode#isShaped shape} of a code
     */
    public CompletableFuture<LoginStatus> takeCode(String id, Caller caller, String typed) {
        return statuses.find(id, caller)
                .thenCompose(known -> store.change(id, login -> login.offered(typed, clock.instant())))
                .thenCompose(change ->
                        change.map(made -> taken(id, made, typed)).orElseGet(() -> notWaiting("no such login")))
                .thenCompose(taken -> statuses.await(id, caller, LONGEST_OPENING));
    }

    private CompletableFuture<Void> taken(String id, Change change, String typed) {
        var before = change.before();
        if (!change.made()) {
            // The same code again, of somebody whose first answer was lost.
            return before.hasCode(typed) ? CompletableFuture.completedFuture(null) : notWaiting("no code is awaited");
        }
        steps.signal(id);
        if (change.after().step() instanceof Failed) {
            return outcomes.failed(id, change);
        }
        if (change.after().step() instanceof CodeShown) {
            return failures.add(before);
        }
        // Only now: for a login that nobody claims no backend's token is ever fetched.
        return outcomes.session(before)
                .thenAccept(active -> outcomes.open(id, active, change.after()))
                .exceptionallyCompose(failure -> isStoreAway(failure)
                        // A caller who asks when the store is back makes the login go on.
                        ? CompletableFuture.completedFuture(null)
                        : outcomes.fail(id, LoginOutcomes.problemOf(failure)).thenApply(failed -> null));
    }

    private static boolean isStoreAway(Throwable failure) {
        return LoginOutcomes.problemOf(failure).problem() == LoginProblem.STORE_UNAVAILABLE;
    }
}
