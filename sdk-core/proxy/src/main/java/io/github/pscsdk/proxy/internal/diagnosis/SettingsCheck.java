package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.diagnosis.ClientDiagnosis.Findings;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings that can be judged here: the certificate's end, who is told the secret, and the return address. */
final class SettingsCheck {
    private static final int WARNING_DAYS = 60;
    private static final int URGENT_DAYS = 14;
    private static final Pattern NUMERIC = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

    private SettingsCheck() {}

    static void check(ExaminedClient examined, Findings findings) {
        examined.credentials().certificate().ifPresent(shown -> certificate(shown, examined.now(), findings));
        if (examined.environment().isPlain()) {
            findings.add(ServerProblem.PLAIN_USERINFO_ACCEPTED, Severity.WARNING, Map.of());
        }
        examined.toldSecret()
                .forEach(api ->
                        findings.add(ServerProblem.CLIENT_SECRET_SHARED, Severity.WARNING, Map.of("member", api)));
        // A simulator takes any return address.
        if (examined.environment().kind() != Environment.SIMULATOR) {
            returnAddress(examined.redirectUri(), findings);
        }
    }

    private static void certificate(X509Certificate certificate, Instant now, Findings findings) {
        var left = Duration.between(now, certificate.getNotAfter().toInstant());
        var days = Map.of("days", Long.toString(left.abs().toDays()));
        if (left.isNegative()) {
            findings.add(ServerProblem.CLIENT_CERTIFICATE_EXPIRED, Severity.BLOCKING, days);
        } else if (left.toDays() <= URGENT_DAYS) {
            findings.add(ServerProblem.CLIENT_CERTIFICATE_EXPIRES_SOON, Severity.WARNING, days);
        } else if (left.toDays() <= WARNING_DAYS) {
            findings.add(ServerProblem.CLIENT_CERTIFICATE_EXPIRING, Severity.WARNING, days);
        }
    }

    /** Whether it can be one that was declared to ANS. */
    private static void returnAddress(URI uri, Findings findings) {
        suspicion(uri)
                .ifPresent(reason -> findings.add(
                        ServerProblem.RETURN_ADDRESS_SUSPICIOUS,
                        Severity.WARNING,
                        Map.of("member", "redirect", "reason", reason)));
    }

    private static Optional<String> suspicion(URI uri) {
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
