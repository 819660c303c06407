package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Translates what can go wrong below HTTP into the problems of the contract. */
public final class HttpFailures {
    private HttpFailures() {}

    /** A call to PSC: no answer means that PSC is unavailable, too large an answer that it cannot be used. */
    public static CompletableFuture<HttpAnswer> asPscUnavailable(CompletableFuture<HttpAnswer> call) {
        return call.exceptionally(failure -> {
            throw new CompletionException(pscProblem(failure));
        });
    }

    /** An answer of PSC whose status was not expected. */
    public static PscException unexpectedStatus(String what, HttpAnswer answer) {
        return new PscException(
                answer.isOutage() ? LoginProblem.PSC_UNAVAILABLE : LoginProblem.PSC_ANSWER_INVALID,
                what + ": status " + answer.status());
    }

    private static Throwable pscProblem(Throwable failure) {
        if (failure instanceof AnswerTooLargeException) {
            return new PscException(
                    LoginProblem.PSC_ANSWER_INVALID, "Pro Santé Connect's answer is too large", failure);
        }
        return new PscException(LoginProblem.PSC_UNAVAILABLE, "Pro Santé Connect gave no answer", failure);
    }
}
