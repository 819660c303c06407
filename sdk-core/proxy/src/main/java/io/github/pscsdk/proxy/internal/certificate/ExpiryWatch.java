package io.github.pscsdk.proxy.internal.certificate;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.certificate.ConfiguredCertificate.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of certificates that expire within 30 days, or have expired: each once a day in the log. Safe for any thread. */
public final class ExpiryWatch {
    private static final Logger log = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final Duration BETWEEN_NOTICES = Duration.ofDays(1);

    private final Supplier<List<ConfiguredCertificate>> certificates;
    private final Clock clock;
    private final Map<ConfiguredCertificate, Instant> told = new HashMap<>();

    /** @param certificates those in use now */
    public ExpiryWatch(Supplier<List<ConfiguredCertificate>> certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** What an operator must know, each once. */
    public List<Problem> problems() {
        var now = clock.instant();
        return certificates.get().stream()
                .map(certificate -> certificate.problem(now))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Those that a diagnosis of the relying parties does not know, with the days and for what they are; BLOCKING where a backend is shown one that has expired. */
    public List<Diagnostic> findings() {
        var now = clock.instant();
        return certificates.get().stream()
                .filter(certificate -> certificate.use() != Use.CLIENT)
                .flatMap(certificate -> certificate.problem(now).stream()
                        .map(problem -> Diagnostic.of(problem, severity(problem))
                                .with("days", Long.toString(Math.abs(certificate.daysLeft(now))))
                                .with("member", certificate.name())))
                .toList();
    }

    private static Severity severity(Problem problem) {
        return problem == ServerProblem.CLIENT_CERTIFICATE_EXPIRED ? Severity.BLOCKING : Severity.WARNING;
    }

    /** Looks, and tells the log. */
    public synchronized void look() {
        var now = clock.instant();
        told.values().removeIf(at -> !now.isBefore(at.plus(BETWEEN_NOTICES)));
        for (var certificate : certificates.get()) {
            certificate.problem(now).ifPresent(problem -> {
                if (told.putIfAbsent(certificate, now) == null) {
                    log.warn(
                            "{}: the certificate {} ({}) has {} days left",
                            problem.code(),
                            certificate.name(),
                            certificate.use(),
                            certificate.daysLeft(now));
                }
            });
        }
    }
}
