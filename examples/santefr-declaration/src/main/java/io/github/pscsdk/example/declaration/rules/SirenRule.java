package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/** V-SIREN: nine digits for a company, fourteen for a site, each with a Luhn key. */
final class SirenRule {
    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");
    // The post office had more sites than five digits with a key can number: there, the sum is a multiple of five.
    private static final String LA_POSTE = "356000000";

    private SirenRule() {}

    static Optional<String> checkSiren(Optional<String> raw, String field, Findings findings) {
        var siren = Blanks.given(raw);
        siren.ifPresent(number -> {
            if (!SIREN.matcher(number).matches()) {
                findings.add(Remark.SIREN_SHAPE, field);
            } else if (!Luhn.isValid(number)) {
                findings.add(Remark.SIREN_KEY, field);
            }
        });
        return siren;
    }

    static Optional<String> checkSiret(Optional<String> raw, String field, Findings findings) {
        var siret = Blanks.given(raw);
        siret.ifPresent(number -> {
            if (!SIRET.matcher(number).matches()) {
                findings.add(Remark.SIREN_SIRET_SHAPE, field);
            } else if (!Luhn.isValid(number) && !isOfLaPoste(number)) {
                findings.add(Remark.SIREN_SIRET_KEY, field);
            }
        });
        return siret;
    }

    private static boolean isOfLaPoste(String siret) {
        return siret.startsWith(LA_POSTE) && siret.chars().map(c -> c - '0').sum() % 5 == 0;
    }
}
