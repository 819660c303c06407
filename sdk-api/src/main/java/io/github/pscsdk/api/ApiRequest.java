package io.github.pscsdk.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A call to a target API through the server half. Immutable. Its body may hold personal data and is never printed. */
public final class ApiRequest {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final String method;
    private final String backend;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    private ApiRequest(String method, String backend, String path, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.backend = backend;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Starts a request without a body.
     *
     * @param backend the name under which the server half knows the API
     * @param path the path within the API, without a leading slash; may carry a query
     */
    public static ApiRequest of(String method, String backend, String path) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("the proxy forwards " + METHODS + " only");
        }
        if (backend.isBlank() || backend.contains("/") || path.startsWith("/")) {
            throw new IllegalArgumentException("a backend is one path segment, and a path has no leading slash");
        }
        return new ApiRequest(method, backend, path, Map.of(), new byte[0]);
    }

    /** Adds a header, such as {@code Idempotency-Key}. The server half decides which ones go on to the backend. */
    public ApiRequest withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiRequest(method, backend, path, Map.copyOf(all), body);
    }

    /** Sets the body and its media type. */
    public ApiRequest withBody(String contentType, byte[] content) {
        return new ApiRequest(method, backend, path, headers, content.clone()).withHeader("Content-Type", contentType);
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The backend's name. */
    public String backend() {
        return backend;
    }

    /** The path within the backend. */
    public String path() {
        return path;
    }

    /** The headers, {@code Content-Type} included. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body; empty where there is none. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    /** Prints method and backend only, because a path may name a person. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + backend + "]";
    }
}
