package io.github.pscsdk.proxy.internal.monitoring;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of certificates of the configuration that expire within 30 days, or have expired, once a day in the log. Safe
 * for any thread.
 */
public final class Certificates {
    private static final Logger log = LoggerFactory.getLogger(Certificates.class);
    private static final Duration BETWEEN_NOTICES = Duration.ofDays(1);

    /** How long before its end an operator is told. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private static final Duration URGENT = Duration.ofDays(14);

    private final Supplier<List<ConfiguredCertificate>> certificates;
    private final Clock clock;
    private final Map<ConfiguredCertificate, Instant> told = new HashMap<>();

    public enum Use {
        /** Shown to Pro Santé Connect. */
        CLIENT,
        /** Shown to a backend and to its authorization server. */
        BACKEND,
        /** Shown to the servers of the store. */
        STORE,
        /** A certification authority that is trusted. */
        TRUST
    }

    /** Has certificates of the configuration in use for as long as the proxy runs. */
    @FunctionalInterface
    public interface Source {
        List<ConfiguredCertificate> certificates();
    }

    /** A certificate of the configuration; {@code name} is a client id, a backend, or a name in the trust store. */
    public record ConfiguredCertificate(Use use, String name, Instant notAfter) {
        private ConfiguredCertificate(Use use, String name, X509Certificate certificate) {
            this(use, name, certificate.getNotAfter().toInstant());
        }

        /** How many whole days are left; less than zero where it has expired. */
        long daysLeft(Instant now) {
            // Of less than a day that has passed, too, it is less than zero.
            return Math.floorDiv(
                    Duration.between(now, notAfter).toSeconds(),
                    Duration.ofDays(1).toSeconds());
        }

        private Optional<Problem> problem(Instant now) {
            var left = Duration.between(now, notAfter);
            if (left.compareTo(NOTICE) > 0) {
                return Optional.empty();
            } else if (use == Use.TRUST) {
                return Optional.of(ServerProblem.TRUSTED_CERTIFICATE_EXPIRING);
            } else if (left.isNegative()) {
                return Optional.of(ServerProblem.CLIENT_CERTIFICATE_EXPIRED);
            }
            return Optional.of(
                    left.compareTo(URGENT) > 0
                            ? ServerProblem.CLIENT_CERTIFICATE_EXPIRING
                            : ServerProblem.CLIENT_CERTIFICATE_EXPIRES_SOON);
        }
    }

    public Certificates(Supplier<List<ConfiguredCertificate>> certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** All that the configuration names, but those of the store. */
    public static List<ConfiguredCertificate> of(ProxyConfiguration configuration) {
        var all = new ArrayList<ConfiguredCertificate>();
        for (var client : configuration.clients()) {
            client.authentication()
                    .certificate()
                    .ifPresent(shown -> all.add(new ConfiguredCertificate(Use.CLIENT, client.id(), shown)));
        }
        for (var audience : configuration.audiences()) {
            audience.client()
                    .authentication()
                    .flatMap(own -> own.certificate())
                    .ifPresent(shown -> all.add(new ConfiguredCertificate(Use.BACKEND, audience.name(), shown)));
        }
        configuration.trustedCertificates().ifPresent(store -> all.addAll(trusted(store)));
        return List.copyOf(all);
    }

    public static List<ConfiguredCertificate> trusted(KeyStore store) {
        return in(store, Use.TRUST, Optional.empty());
    }

    /** Certificates with a key that are shown to the servers of the store. */
    public static List<ConfiguredCertificate> ofStore(String name, KeyStore store) {
        return in(store, Use.STORE, Optional.of(name));
    }

    private static List<ConfiguredCertificate> in(KeyStore store, Use use, Optional<String> name) {
        try {
            var found = new ArrayList<ConfiguredCertificate>();
            for (var alias : Collections.list(store.aliases())) {
                if ((use == Use.TRUST || store.isKeyEntry(alias))
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(new ConfiguredCertificate(use, name.orElse(alias), certificate));
                }
            }
            return found;
        } catch (KeyStoreException e) {
            throw new IllegalArgumentException("the key store was not read", e);
        }
    }

    /** Of those of that use, the whole days that are left of the first to expire; empty where there is none. */
    OptionalLong daysLeft(Use use) {
        var now = clock.instant();
        return certificates.get().stream()
                .filter(certificate -> certificate.use == use)
                .mapToLong(certificate -> certificate.daysLeft(now))
                .min();
    }

    public List<Problem> problems() {
        var now = clock.instant();
        return certificates.get().stream()
                .map(certificate -> certificate.problem(now))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * Findings on certificates, with the days, but for those of clients; BLOCKING where a backend is shown one that has
     * expired.
     */
    public List<Diagnostic> findings() {
        var now = clock.instant();
        return certificates.get().stream()
                .filter(certificate -> certificate.use != Use.CLIENT)
                .flatMap(certificate -> certificate.problem(now).stream()
                        .map(problem -> Diagnostic.of(problem, severity(problem))
                                .with("days", Long.toString(Math.abs(certificate.daysLeft(now))))
                                .with("member", certificate.name)))
                .toList();
    }

    private static Severity severity(Problem problem) {
        return problem == ServerProblem.CLIENT_CERTIFICATE_EXPIRED ? Severity.BLOCKING : Severity.WARNING;
    }

    public synchronized void look() {
        var now = clock.instant();
        told.values().removeIf(at -> !now.isBefore(at.plus(BETWEEN_NOTICES)));
        for (var certificate : certificates.get()) {
            certificate.problem(now).ifPresent(problem -> {
                if (told.putIfAbsent(certificate, now) == null) {
                    log.warn(
                            "{}: the certificate {} ({}) has {} days left",
                            problem.code(),
                            certificate.name,
                            certificate.use,
                            certificate.daysLeft(now));
                }
            });
        }
    }
}
