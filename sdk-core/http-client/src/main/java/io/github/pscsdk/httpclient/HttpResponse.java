package io.github.pscsdk.httpclient;

import java.util.Optional;
import okhttp3.Headers;

/**
 * A response, its body read to the end.
 *
 * @param status the HTTP status
 * @param body at most {@link HttpCalls#MAX_BODY} bytes
 * @param tlsVersion what the connection is protected by, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record HttpResponse(int status, Headers headers, byte[] body, Optional<String> tlsVersion) {
    /** Whether the status is a 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Status and size only. */
    @Override
    public String toString() {
        return "HttpResponse[" + status + ", " + body.length + " bytes]";
    }
}
