package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What a rule makes of one text, on one line: the text to keep, then the remarks. */
final class Checked {
    static final String FIELD = "field";

    private Checked() {}

    /** Such as {@code +33345810421 | V-TEL.stored N}; a dash stands for nothing. */
    static String line(String raw, BiFunction<Optional<String>, Findings, Optional<String>> rule) {
        var findings = findings();
        var kept = rule.apply(Optional.ofNullable(raw), findings);
        return kept.orElse("-") + " | " + remarks(findings);
    }

    /** The remarks, by rule and severity and the first words of the English text. */
    static String remarks(Findings findings) {
        return findings.all().stream().map(Checked::remark).collect(Collectors.joining(", "));
    }

    static Outcome whole(SampleDeclaration sample) {
        return new DeclarationCheck(Eligibility.current()).check(sample.read(), SampleCallers.pharmacist());
    }

    private static String remark(Finding finding) {
        for (var remark : Remark.values()) {
            var text = remark.text("{0}").english().split("\\{0}")[0];
            if (finding.rule().equals(remark.rule()) && finding.en().startsWith(text)) {
                return remark.key() + " " + finding.severity();
            }
        }
        throw new AssertionError("no remark says: " + finding.en());
    }

    /** On a day of 2026. */
    static Findings findings() {
        return new Findings(LocalDate.of(2026, 3, 2));
    }
}
