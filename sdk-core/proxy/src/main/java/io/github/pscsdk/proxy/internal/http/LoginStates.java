package io.github.pscsdk.proxy.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.login.Login;
import io.github.pscsdk.proxyprotocol.LoginState;
import io.github.pscsdk.relyingparty.PscSession;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** Tells where a login stands; who is told of a session has it from then on. */
final class LoginStates {
    private LoginStates() {}

    static LoginState of(Login login, Context ctx) {
        var outcome = login.outcome();
        if (outcome.isDone()) {
            return outcome.handle((session, failure) ->
                            failure == null ? done(login, session) : failed(failure, Failures.language(ctx)))
                    .join();
        }
        var tries = login.triesLeft();
        return tries.isPresent() ? LoginState.codeNeeded(tries.getAsInt()) : LoginState.pending();
    }

    private static LoginState done(Login login, PscSession session) {
        login.markDelivered();
        return LoginState.done(session.id().value(), session.sessionState());
    }

    private static LoginState failed(Throwable thrown, Locale language) {
        var failure = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        if (failure instanceof PscException known) {
            var problem = known.problem();
            return LoginState.failed(problem.code(), problem.remedy(language).title());
        }
        // Cancelled meanwhile: from now on the id means nothing.
        throw failure instanceof CancellationException
                ? RefusedException.of(LoginProblem.LOGIN_NOT_WAITING)
                : new CompletionException(failure);
    }
}
