package io.github.pscsdk.proxy.internal.access;

import io.github.pscsdk.proxy.ApplicationToken;
import java.util.List;
import java.util.Optional;

/** The applications that may call this proxy, by their tokens. */
public final class Applications {
    private static final String SCHEME = "Bearer ";

    private final List<ApplicationToken> tokens;

    public Applications(List<ApplicationToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /**
     * The application that presents this {@code Authorization} header (RFC 6750 section 2.1). Compares with every token
     * in constant time, so that the time taken tells nothing of them.
     */
    public Optional<ApplicationToken> presenting(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var digest =
                ApplicationToken.digest(authorization.substring(SCHEME.length()).strip());
        ApplicationToken found = null;
        for (var token : tokens) {
            if (token.isSumOf(digest)) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }
}
