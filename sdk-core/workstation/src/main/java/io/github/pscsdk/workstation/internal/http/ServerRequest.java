package io.github.pscsdk.workstation.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the server half, without a type of OkHttp.
 *
 * @param method the HTTP method
 * @param path path and query under the base address, encoded, without a leading slash
 * @param session whose cookie is sent, where there is a session
 * @param headers of the caller; those for authentication are added later
 * @param body empty where there is none
 * @param limit for the whole call, connecting included
 */
record ServerRequest(
        String method,
        String path,
        Optional<SessionHandle> session,
        Map<String, String> headers,
        byte[] body,
        Duration limit) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final byte[] NO_BODY = {};

    static ServerRequest get(String path) {
        return new ServerRequest("GET", path, Optional.empty(), Map.of(), NO_BODY, LIMIT);
    }

    static ServerRequest delete(String path) {
        return new ServerRequest("DELETE", path, Optional.empty(), Map.of(), NO_BODY, LIMIT);
    }

    static ServerRequest postJson(String path, byte[] document) {
        return new ServerRequest(
                "POST", path, Optional.empty(), Map.of("Content-Type", "application/json"), document, LIMIT);
    }

    ServerRequest of(SessionHandle holder) {
        return new ServerRequest(method, path, Optional.of(holder), headers, body, limit);
    }

    ServerRequest within(Duration time) {
        return new ServerRequest(method, path, session, headers, body, time);
    }

    /** The method only: a path may name a person or a login. */
    @Override
    public String toString() {
        return "ServerRequest[" + method + "]";
    }
}
