package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.internal.http.SecureUri;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a redirect URI can be one that was declared to ANS; with a simulator any can. */
final class RedirectUriCheck {
    private static final Pattern NUMERIC = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    private RedirectUriCheck() {}

    /** @param setting which of the two it is: {@code redirect} or {@code post-logout} */
    static void check(String setting, URI uri, Environment environment, Findings findings) {
        if (environment != Environment.SIMULATOR) {
            reason(uri)
                    .ifPresent(reason -> findings.add(
                            ServerProblem.RETURN_ADDRESS_SUSPICIOUS,
                            Severity.WARNING,
                            Map.of("member", setting, "reason", reason)));
        }
    }

    private static Optional<String> reason(URI uri) {
        if (SecureUri.isLoopback(uri)) {
            return Optional.of("loopback");
        }
        if (NUMERIC.matcher(uri.getHost()).matches()) {
            return Optional.of("numeric");
        }
        if (!uri.getHost().contains(".")) {
            return Optional.of("local-name");
        }
        return uri.getRawQuery() == null ? Optional.empty() : Optional.of("query");
    }
}
