package io.github.pscsdk.proxy.internal.settings;

import io.github.pscsdk.relyingparty.ApiAudience;
import java.net.URI;
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
}
