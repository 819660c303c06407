package io.github.pscsdk.proxy.internal.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.LogRecorder;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.ConfiguredCertificate;
import io.github.pscsdk.proxy.internal.monitoring.Certificates.Use;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator learns of certificates in time. */
class CertificatesTest {
    // Other tests have certificates, too.
    private static final String NAME = "editeur-qui-expire";

    private final VirtualClock clock = VirtualClock.standing();

    private ConfiguredCertificate valid(Use use, int days) {
        return new ConfiguredCertificate(use, NAME, clock.instant().plus(Duration.ofDays(days)));
    }

    private Certificates watch(ConfiguredCertificate... certificates) {
        return new Certificates(() -> List.of(certificates), clock);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, 31, ",
        "CLIENT, 30, SRV-002",
        "CLIENT, 14, SRV-003",
        "BACKEND, 0, SRV-003",
        "BACKEND, -1, SRV-001",
        "TRUST, 31, "
    })
    void a_certificate_is_told_by_the_days_that_are_left(Use use, int days, String code) {
        var codes =
                watch(valid(use, days)).problems().stream().map(Problem::code).toList();

        assertEquals(code == null ? List.of() : List.of(code), codes);
    }

    @Test
    void an_authority_that_expires_within_thirty_days_is_told_by_a_code_of_its_own() {
        for (var days : List.of(30, 0, -1)) {
            assertEquals(
                    List.of(ServerProblem.TRUSTED_CERTIFICATE_EXPIRING),
                    watch(valid(Use.TRUST, days), valid(Use.TRUST, days + 1)).problems());
        }
    }

    @Test
    void a_diagnosis_learns_of_those_that_no_relying_party_has() {
        var watch = watch(valid(Use.CLIENT, 5), valid(Use.BACKEND, 5), valid(Use.BACKEND, -5), valid(Use.TRUST, 5));
        var facts = Map.of("days", "5", "member", NAME);

        assertEquals(
                List.of(
                        Diagnostic.of(ServerProblem.CLIENT_CERTIFICATE_EXPIRES_SOON, Severity.WARNING)
                                .with(facts),
                        Diagnostic.of(ServerProblem.CLIENT_CERTIFICATE_EXPIRED, Severity.BLOCKING)
                                .with(facts),
                        Diagnostic.of(ServerProblem.TRUSTED_CERTIFICATE_EXPIRING, Severity.WARNING)
                                .with(facts)),
                watch.findings());
    }

    @Test
    void of_one_that_has_just_expired_less_than_no_day_is_left() {
        var certificate = valid(Use.CLIENT, 0);

        assertEquals(0, certificate.daysLeft(clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(-1, certificate.daysLeft(clock.instant()));
    }

    @Test
    void the_log_tells_each_of_them_once_a_day() {
        var watch = watch(valid(Use.CLIENT, 20), valid(Use.TRUST, 9), valid(Use.BACKEND, 40));
        try (var log = new LogRecorder()) {
            watch.look();
            clock.advance(Duration.ofHours(23));
            watch.look();
            assertEquals(2, told(log).size());

            clock.advance(Duration.ofHours(1));
            watch.look();

            assertEquals(4, told(log).size());
            assertTrue(
                    told(log).get(2).contains("SRV-002") && told(log).get(2).contains("19 days"),
                    () -> told(log).get(2));
        }
    }

    private static List<String> told(LogRecorder log) {
        return log.lines().stream().filter(line -> line.contains(NAME)).toList();
    }
}
