package io.github.pscsdk.api;

import java.nio.charset.StandardCharsets;

/** The answer of a target API, unchanged. Its body may hold personal data and is never printed. */
public final class ApiResponse {
    private final int status;
    private final String contentType;
    private final byte[] body;

    /** Made by the engine; {@code contentType} and {@code body} are empty where the backend gave none. */
    public ApiResponse(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
    }

    /** The HTTP status, such as 200 or 422. */
    public int status() {
        return status;
    }

    /** The media type, or an empty string. */
    public String contentType() {
        return contentType;
    }

    /** A copy of the body. */
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
