package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.ApiRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** The path of a call to a backend, {@code send/{backend}/{path}}; refuses what would lead outside of it. */
final class BackendPath {
    private static final Pattern BACKEND = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
    private static final Pattern BETWEEN_SEGMENTS = Pattern.compile("[/\\\\]");

    private BackendPath() {}

    static String of(ApiRequest request) {
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
}
