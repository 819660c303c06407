package io.github.pscsdk.proxy.internal.settings;

import io.github.pscsdk.relyingparty.ApiAudience;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A target API behind {@code /send}.
 *
 * @param name the path segment that chooses it
 * @param baseUri below which every request stays; without query, a slash at its end does not count
 * @param audience where its tokens come from; empty for a backend that asks for none
 */
public record Backend(String name, URI baseUri, Optional<ApiAudience> audience) {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,63}");
    private static final Pattern TWICE_ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    public Backend {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a backend's name is letters, digits, dashes and underscores");
        }
        Objects.requireNonNull(audience, "audience");
        if (!List.of("http", "https").contains(String.valueOf(baseUri.getScheme()))
                || baseUri.getHost() == null
                || baseUri.getRawQuery() != null
                || baseUri.getRawFragment() != null
                || baseUri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a backend's base URI is http(s), with a host and no query");
        }
    }

    /** A backend without tokens. */
    public static Backend open(String name, URI baseUri) {
        return new Backend(name, baseUri, Optional.empty());
    }

    /**
     * One whose own authorization server exchanges Pro Santé Connect's token (RFC 8693); its name is that of the
     * audience.
     */
    public static Backend withTokenExchange(URI baseUri, ApiAudience audience) {
        return new Backend(audience.name(), baseUri, Optional.of(audience));
    }

    /**
     * The address to call, by a path and a query as received; empty where the path could lead outside of the base: dot
     * segments, slashes and backslashes that are encoded, empty segments, control characters, an escape of an escape.
     */
    public Optional<URI> resolve(String rawPath, Optional<String> rawQuery) {
        var segments = rawPath.split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            // An empty last segment is a slash at the end: some APIs want it.
            var allowedEmpty = i == segments.length - 1 && i > 0;
            if (!isHarmless(segments[i]) || segments[i].isEmpty() && !allowedEmpty) {
                return Optional.empty();
            }
        }
        return join(rawPath, rawQuery).filter(this::isBelow);
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

    private Optional<URI> join(String rawPath, Optional<String> rawQuery) {
        try {
            return Optional.of(new URI(
                    root(baseUri) + rawPath + rawQuery.map(query -> "?" + query).orElse("")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String root(URI base) {
        return base.toString().endsWith("/") ? base.toString() : base + "/";
    }

    /** But for a fragment, the checks above leave nothing for this one; it stands in case one is ever loosened. */
    private boolean isBelow(URI target) {
        return target.getRawFragment() == null && target.normalize().toString().startsWith(root(baseUri.normalize()));
    }
}
