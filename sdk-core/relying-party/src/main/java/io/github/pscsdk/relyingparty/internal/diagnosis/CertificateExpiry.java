package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Warns when the client certificate has expired or soon will. */
final class CertificateExpiry {
    private static final int WARNING_DAYS = 60;
    private static final int URGENT_DAYS = 14;

    private CertificateExpiry() {}

    static void check(X509Certificate certificate, Instant now, Findings findings) {
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
}
