package io.github.pscsdk.relyingparty.internal.http;

import java.io.IOException;

/** The server answered, but with more than anybody may need: a fault of the answer, not of the connection. */
public final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException() {
        super("the answer has more than " + HttpCalls.MAX_BODY + " bytes");
    }
}
