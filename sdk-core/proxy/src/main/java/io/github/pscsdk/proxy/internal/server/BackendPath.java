package io.github.pscsdk.proxy.internal.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins what a caller asked for to a backend's base URI, and refuses what could lead outside of it: dot segments,
 * slashes and backslashes that are encoded, empty segments, control characters, an escape of an escape.
 */
public final class BackendPath {
    private static final Pattern TWICE_ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private BackendPath() {}

    /** The address to call, by a path and a query as received; empty where the path is refused. */
    public static Optional<URI> resolve(URI base, String rawPath, Optional<String> rawQuery) {
        var segments = rawPath.split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            // An empty last segment is a slash at the end: some APIs want it.
            var allowedEmpty = i == segments.length - 1 && i > 0;
            if (!isHarmless(segments[i]) || segments[i].isEmpty() && !allowedEmpty) {
                return Optional.empty();
            }
        }
        return join(base, rawPath, rawQuery).filter(target -> isBelow(base, target));
    }

    private static boolean isHarmless(String segment) {
        String decoded;
        try {
            // The decoder is for forms and would turn a plus into a space.
            decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A URI would not take it, either.
            return false;
        }
        // Some servers cut a segment at the semicolon: "..;x" is ".." to them.
        var withoutParameters = decoded.contains(";") ? decoded.substring(0, decoded.indexOf(';')) : decoded;
        return !withoutParameters.equals(".")
                && !withoutParameters.equals("..")
                && decoded.indexOf('/') < 0
                && decoded.indexOf('\\') < 0
                && decoded.chars().noneMatch(Character::isISOControl)
                && !TWICE_ENCODED.matcher(decoded).find();
    }

    private static Optional<URI> join(URI base, String rawPath, Optional<String> rawQuery) {
        try {
            return Optional.of(new URI(
                    root(base) + rawPath + rawQuery.map(query -> "?" + query).orElse("")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String root(URI base) {
        return base.toString().endsWith("/") ? base.toString() : base + "/";
    }

    /** But for a fragment, the checks above leave nothing for this one; it stands in case one is ever loosened. */
    private static boolean isBelow(URI base, URI target) {
        return target.getRawFragment() == null && target.normalize().toString().startsWith(root(base.normalize()));
    }
}
