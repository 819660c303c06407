package io.github.pscsdk.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMaskTest {
    private static final TextMask MASK = TextMask.of("/home/jfictive", "jfictive");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an identifier | id=899900000018, asked | id=[…], asked",
                "one with letters | id 02A1234567 asked | id […] asked",
                "one read aloud | 8 999 00 00 00 18 | […]",
                "a JWT | token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln end | token […] end",
                "a bearer token | Authorization: Bearer abc.def-ghi | Authorization: Bearer […]",
                "random text | state=Zm9vYmFy-1Zm9vYmFyMQ_x9 | state=[…]",
                "a UUID | session 6f0c1a52-8f1e-4f6f-9d0a-2f3b4c5d6e7f ended | session […] ended",
                "the query of an address | GET /v1/callback?code=a.b&state=c done | GET /v1/callback?[…] done",
                "an e-mail address | to camille.fictive@cabinet.example now | to […] now",
                "a telephone number | call 06 12 34 56 78 now | call […] now",
                "the person's folder | in /home/jfictive/plugins/a.jar | in […]/plugins/a.jar",
                "the user in another folder | in /Users/JFictive/a.jar | in /Users/[…]/a.jar",
            })
    void takes_out(String what, String line, String masked) {
        assertEquals(masked, MASK.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25 17:47:52.123 WARN  i.g.p.w.internal.plugin.PluginLoading CPS-014 in psc-sdk-cps-reader-1.0.0.jar",
                "connect to 192.168.100.100:8443 refused, 3 tries left, 42 days",
                "java.vm.name: OpenJDK 64-Bit Server VM 17.0.21+9-1-deb12u1-Debian",
                "io.github.pscsdk.workstation.internal.login.AuthenticationContextBuilder",
            })
    void leaves_what_a_support_desk_needs(String line) {
        assertEquals(line, MASK.of(line));
    }

    @Test
    void conceals_a_person_in_every_spelling() {
        var mask = MASK.concealing(new Professional(
                new NationalId("899900000018"),
                "FICTIVE-ESSAI",
                List.of("HELENE", "Zoé"),
                Optional.empty(),
                List.of(new OtherId("ABC77", "OTHER")),
                List.of()));

        assertEquals(
                "M. […] […] ([…]), […], […], known as […] and […]: effective",
                mask.of("M. Hélène Fictive-Essai (FICTIVE-ESSAI), zoe, ZOÉ, known as abc77 and Essai: effective"));
    }
}
