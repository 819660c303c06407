package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.HttpResponse;
import io.github.pscsdk.httpclient.ResponseTooLargeException;
import io.github.pscsdk.relyingparty.HttpStatusException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Whom a client calls, and by which problem a call to it fails. */
public enum Peer {
    PSC("Pro Santé Connect", LoginProblem.PSC_UNAVAILABLE, LoginProblem.PSC_ANSWER_INVALID),
    API_SERVER("an API's authorization server", LoginProblem.API_UNAVAILABLE, LoginProblem.API_UNAVAILABLE);

    private final String title;
    private final LoginProblem unavailable;
    private final LoginProblem invalid;

    Peer(String title, LoginProblem unavailable, LoginProblem invalid) {
        this.title = title;
        this.unavailable = unavailable;
        this.invalid = invalid;
    }

    /** What it means that a call gave no whole response. */
    PscException failure(Throwable cause) {
        var noResponse = cause instanceof TimeoutException
                || cause instanceof IOException && !(cause instanceof ResponseTooLargeException);
        // What makes no sense may be quoted in the message of its cause, which is left out.
        return noResponse
                ? new PscException(unavailable, title + " gave no answer", cause)
                : new PscException(
                        invalid,
                        title + " gave an answer that makes no sense: "
                                + cause.getClass().getName());
    }

    /** What it means that a response has a status which was not expected. {@code what} says of what, for the message. */
    public PscException unexpectedStatus(String what, HttpResponse response) {
        return new PscException(
                response.isOutage() ? unavailable : invalid,
                what + ": status " + response.status(),
                new HttpStatusException(response.status()));
    }
}
