package io.github.pscsdk.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A call to a target API through the server half. Immutable. Its body may hold personal data and is never printed.
 *
 * @param method the HTTP method
 * @param backend the name under which the server half knows the API
 * @param path the path within the API, without a leading slash; may carry a query
 * @param headers {@code Content-Type} included
 * @param body empty where there is none
 */
public record ApiRequest(String method, String backend, String path, Map<String, String> headers, byte[] body) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Copies headers and body. */
    public ApiRequest {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("the proxy forwards " + METHODS + " only");
        }
        if (backend.isBlank() || backend.contains("/") || path.startsWith("/")) {
            throw new IllegalArgumentException("a backend is one path segment, and a path has no leading slash");
        }
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    /** Starts a request without a body. */
    public static ApiRequest of(String method, String backend, String path) {
        return new ApiRequest(method, backend, path, Map.of(), new byte[0]);
    }

    /** Adds a header, such as {@code Idempotency-Key}. The server half decides which ones go on to the backend. */
    public ApiRequest withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiRequest(method, backend, path, all, body);
    }

    /** Sets the body and its media type. */
    public ApiRequest withBody(String contentType, byte[] content) {
        return new ApiRequest(method, backend, path, headers, content).withHeader("Content-Type", contentType);
    }

    /** A copy. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Prints method and backend only, because a path may name a person. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + backend + "]";
    }
}
