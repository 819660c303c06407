package io.github.pscsdk.api;

import java.nio.charset.StandardCharsets;

/**
 * The answer of a target API, unchanged. Its body may hold personal data and is never printed.
 *
 * @param status the HTTP status, such as 200 or 422
 * @param contentType the media type; empty where the backend gave none
 * @param body empty where the backend gave none
 */
public record ApiResponse(int status, String contentType, byte[] body) {
    /** Copies the body. */
    public ApiResponse {
        body = body.clone();
    }

    /** A copy. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ApiResponse[" + status + ", " + body.length + " bytes]";
    }
}
