package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule makes of one text, on one line: the text to keep, then the remarks. */
final class Checked {
    static final String FIELD = "field";

    private Checked() {}

    /** Such as {@code +33345810421 | V-TEL.stored N}; a dash stands for nothing. */
    static String line(String raw, FieldRule rule) {
        var findings = new Findings();
        var kept = rule.check(Optional.ofNullable(raw), FIELD, findings);
        return kept.orElse("-") + " | " + remarks(findings);
    }

    /** What the rules make of the text at a path of a declaration, such as {@code place.town}. */
    static String line(SampleDeclaration sample, String path, Caller caller) {
        var outcome = new DeclarationCheck(Eligibility.current()).check(sample.read(), caller);
        return DeclarationDocument.of(outcome.kept()).text(path).orElse("-") + " | "
                + outcome.findings().stream()
                        .filter(finding -> finding.field().startsWith(path))
                        .map(Checked::remark)
                        .collect(Collectors.joining(", "));
    }

    static String line(SampleDeclaration sample, String path) {
        return line(sample, path, SampleCallers.pharmacist());
    }

    /** The remarks, by rule and severity and the first words of the English text. */
    static String remarks(Findings findings) {
        return findings.all().stream().map(Checked::remark).collect(Collectors.joining(", "));
    }

    static Outcome whole(SampleDeclaration sample) {
        return new DeclarationCheck(Eligibility.current()).check(sample.read(), SampleCallers.pharmacist());
    }

    static String remark(Finding finding) {
        for (var remark : Finding.SEVERITIES.keySet()) {
            var text = Finding.text(remark, "{0}").english().split("\\{0}")[0];
            if (remark.startsWith(finding.rule() + ".") && finding.en().startsWith(text)) {
                return remark + " " + finding.severity();
            }
        }
        throw new AssertionError("no remark says: " + finding.en());
    }
}
