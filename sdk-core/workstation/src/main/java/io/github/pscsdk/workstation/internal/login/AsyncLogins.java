package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Runs logins on an executor, and cancels those that are not over when it is closed. Safe for any thread. */
public final class AsyncLogins implements AutoCloseable {
    private final Logins logins;
    private final Executor executor;
    private final Set<AsyncLogin> open = ConcurrentHashMap.newKeySet();

    /** Never shuts the executor down. */
    public AsyncLogins(Logins logins, Executor executor) {
        this.logins = logins;
        this.executor = executor;
    }

    /** See {@link io.github.pscsdk.api.PscClient#loginAsync}. */
    public CompletableFuture<AuthenticationSession> start(LoginRequest request) {
        var login = AsyncLogin.start(() -> logins.login(request), executor);
        open.add(login);
        login.whenComplete((session, failure) -> open.remove(login));
        return login;
    }

    /** Cancels all, those that still wait for a thread included. */
    @Override
    public void close() {
        open.forEach(login -> login.cancel(true));
    }
}
