package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.BrowserLogin;
import io.github.pscsdk.relyingparty.PscSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The second half of a browser login: the browser comes back and is shown a code, the software gives it. The proxy keeps
 * the expected state itself, since the browser is bound to no workstation: the code does that.
 */
final class BrowserReturns {
    /** Does something later. The only thing of the logins that counts real time: a seam for tests. */
    @FunctionalInterface
    interface Timer {
        /** Runs {@code task} once after {@code delay}, on any thread. */
        void after(Duration delay, Runnable task);

        static Timer ofSystem() {
            return (delay, task) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(task);
        }
    }

    private final List<ApiAudience> audiences;
    private final Timer timer;
    private final Clock clock;
    private final Map<String, Login> byState = new ConcurrentHashMap<>();

    BrowserReturns(List<ApiAudience> audiences, Timer timer, Clock clock) {
        this.audiences = audiences;
        this.timer = timer;
        this.clock = clock;
    }

    /** From now on the browser may come back, until the login ends: at its deadline, if nothing happens. */
    void await(Login login, BrowserLogin begun) {
        byState.put(begun.state(), login);
        login.outcome().whenComplete((session, failure) -> byState.remove(begun.state()));
        var left = Duration.between(clock.instant(), login.deadline());
        timer.after(left, () -> expire(login));
    }

    /** Whoever asks about a login whose time is over is not told that it waits, even if the timer is late. */
    void expireIfDue(Login login) {
        if (login.authorizationUri().isPresent() && !clock.instant().isBefore(login.deadline())) {
            expire(login);
        }
    }

    private static void expire(Login login) {
        login.fail(new PscException(LoginProblem.NO_ANSWER_IN_TIME, "nobody came back, or nobody typed the code"));
    }

    CompletableFuture<PageCode> comeBack(URI callback, String state) {
        var login = byState.remove(state);
        if (login == null) {
            return notWaiting("no login waits for this return");
        }
        return login.client()
                .completeBrowserLogin(callback, state)
                .thenCompose(session -> confirm(login, session))
                .whenComplete((code, failure) -> {
                    if (failure != null) {
                        login.fail(Login.causeOf(failure));
                    }
                })
                .toCompletableFuture();
    }

    private static CompletableFuture<PageCode> confirm(Login login, PscSession session) {
        var confirmation = new CodeConfirmation(session);
        // Where the login ends without the code, nobody gets the session: it is ended here and at Pro Santé Connect.
        login.outcome()
                .whenComplete((done, failure) ->
                        confirmation.abandon().ifPresent(left -> new ActiveSession(login.client(), left).end()));
        if (!login.await(confirmation)) {
            return notWaiting("the login ended while the browser was on its way");
        }
        return CompletableFuture.completedFuture(confirmation.code());
    }

    /** Takes the code that was typed; completes once its effect on the login is there. */
    CompletableFuture<Void> take(Login login, String typed) {
        expireIfDue(login);
        var confirmation = login.confirmation();
        if (confirmation.isEmpty()) {
            return notWaiting("no code is awaited");
        }
        return switch (confirmation.get().offer(typed)) {
            case RIGHT -> {
                // Only now: for a login that nobody claims no backend's token is ever fetched.
                login.open(confirmation.get().session(), audiences);
                yield login.over();
            }
            case RIGHT_AGAIN -> login.over();
            case WRONG -> {
                login.traceFailure();
                yield CompletableFuture.completedFuture(null);
            }
            case WRONG_AT_LAST -> {
                login.fail(new PscException(LoginProblem.BROWSER_CODE_REJECTED, "the last wrong code"));
                yield CompletableFuture.completedFuture(null);
            }
            case NOT_WAITING -> notWaiting("no code is awaited any more");
        };
    }

    private static <T> CompletableFuture<T> notWaiting(String detail) {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.LOGIN_NOT_WAITING, detail));
    }
}
