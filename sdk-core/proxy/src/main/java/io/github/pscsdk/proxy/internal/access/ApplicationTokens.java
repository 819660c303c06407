package io.github.pscsdk.proxy.internal.access;

import io.github.pscsdk.proxy.settings.RegisteredApplication;
import java.util.List;
import java.util.Optional;

/** The applications that may call, each known by its token. */
public final class ApplicationTokens {
    private static final String SCHEME = "Bearer ";

    private final List<RegisteredApplication> applications;

    public ApplicationTokens(List<RegisteredApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    /**
     * The application that presents this {@code Authorization} header (RFC 6750 section 2.1). Compares with every token
     * in constant time, so that the time taken tells nothing of them.
     *
     * @param authorization empty where there is no such header
     */
    public Optional<RegisteredApplication> presenting(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> ofToken(header.substring(SCHEME.length()).strip()));
    }

    private Optional<RegisteredApplication> ofToken(String token) {
        var digest = RegisteredApplication.digest(token);
        RegisteredApplication found = null;
        for (var application : applications) {
            if (application.isSumOf(digest)) {
                found = application;
            }
        }
        return Optional.ofNullable(found);
    }
}
