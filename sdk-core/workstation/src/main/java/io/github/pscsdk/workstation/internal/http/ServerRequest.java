package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.ApiRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request to the server half, without a type of OkHttp.
 *
 * @param path path and query under the base address, encoded, without a leading slash
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

    // The server half allows itself 15 s for the backend, and may have to get a token first.
    private static final Duration BACKEND_LIMIT = Duration.ofSeconds(40);
    private static final Set<String> OWN_HEADERS =
            Set.of("authorization", "cookie", "host", "connection", "content-length", "transfer-encoding");
    private static final Pattern BACKEND = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
    private static final Pattern BETWEEN_SEGMENTS = Pattern.compile("[/\\\\]");

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

    /** A call to a backend, without its session. Refuses a path that leads out of it, and headers that are set here. */
    static ServerRequest toBackend(ApiRequest request) {
        var body = request.body();
        if ("GET".equals(request.method()) && body.length > 0) {
            throw new IllegalArgumentException("a GET has no body");
        }
        for (var name : request.headers().keySet()) {
            if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the engine sets the header " + name + " itself");
            }
        }
        return new ServerRequest(
                request.method(), pathOf(request), Optional.empty(), request.headers(), body, BACKEND_LIMIT);
    }

    private static String pathOf(ApiRequest request) {
        if (!BACKEND.matcher(request.backend()).matches()) {
            throw new IllegalArgumentException("a backend's name has letters, digits and -._~ only");
        }
        // URL parsers drop these, wherever they stand: ".<tab>." would become "..".
        if (request.path().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a path has no control characters");
        }
        var path = request.path().split("[?#]", 2)[0];
        for (var segment : BETWEEN_SEGMENTS.split(path)) {
            // A URL parser resolves both spellings, and would leave the backend's path.
            var plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                throw new IllegalArgumentException("a path within a backend has no segment . or ..");
            }
        }
        return "send/" + request.backend() + "/" + request.path();
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
