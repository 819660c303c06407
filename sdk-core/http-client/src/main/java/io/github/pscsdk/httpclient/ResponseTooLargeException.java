package io.github.pscsdk.httpclient;

import java.net.ProtocolException;

/** The peer answered, but with more than {@link HttpCalls#MAX_BODY} bytes. */
public final class ResponseTooLargeException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException() {
        super("the response is longer than " + HttpCalls.MAX_BODY + " bytes");
    }
}
