package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Locale;

/** Parts of a diagnosis in words. A constant of a later version has its name. */
record DiagnosisWords(Texts texts) {
    /** An examination that has ended, with the number of its findings that matter. */
    String ended(Examination examination) {
        var count = examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        var subject = constant(
                "health-check.subject.",
                examination.subject(),
                examination.authenticatorId().orElse(""));
        return switch ((int) count) {
            case 0 -> texts.get("health-check.examined.well", subject);
            case 1 -> texts.get("health-check.examined.one", subject);
            default -> texts.get("health-check.examined.more", subject, count);
        };
    }

    String severity(Diagnostic finding) {
        return constant("health-check.severity.", finding.severity());
    }

    private String constant(String prefix, Enum<?> constant, Object... values) {
        var key = prefix + constant.name().toLowerCase(Locale.ROOT);
        return texts.find(key).isPresent() ? texts.get(key, values) : constant.name();
    }

    /** The text of that key, with the title and the code of a finding. */
    String finding(String key, Diagnostic finding) {
        return texts.get(key, title(finding), finding.problem().code());
    }

    String title(Diagnostic finding) {
        return finding.problem().remedy(texts.language().locale()).title();
    }
}
