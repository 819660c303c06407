package io.github.pscsdk.workstation.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the server half, before OkHttp knows of it.
 *
 * @param method the HTTP method
 * @param path path and query under the base address, encoded, without a leading slash
 * @param session on whose behalf, where there is a session
 * @param headers the headers of the caller's own
 * @param body what is sent; empty where nothing is
 * @param limit for the whole call, connecting included
 */
record Question(
        String method,
        String path,
        Optional<SessionHandle> session,
        Map<String, String> headers,
        byte[] body,
        Duration limit) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final byte[] NOTHING = {};

    static Question get(String path) {
        return new Question("GET", path, Optional.empty(), Map.of(), NOTHING, LIMIT);
    }

    static Question delete(String path) {
        return new Question("DELETE", path, Optional.empty(), Map.of(), NOTHING, LIMIT);
    }

    static Question postJson(String path, byte[] document) {
        return new Question(
                "POST", path, Optional.empty(), Map.of("Content-Type", "application/json"), document, LIMIT);
    }

    Question of(SessionHandle holder) {
        return new Question(method, path, Optional.of(holder), headers, body, limit);
    }

    Question within(Duration time) {
        return new Question(method, path, session, headers, body, time);
    }

    /** The method only: a path may name a person or a login. */
    @Override
    public String toString() {
        return "Question[" + method + "]";
    }
}
