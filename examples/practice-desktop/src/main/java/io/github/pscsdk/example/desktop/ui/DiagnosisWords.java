package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A diagnosis in words. */
final class DiagnosisWords {
    private final Texts texts;

    DiagnosisWords(Texts texts) {
        this.texts = texts;
    }

    /** One that has ended, with the number of its findings that matter. */
    String ended(Examination examination) {
        var count = examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        var subject = subject(examination);
        return switch ((int) count) {
            case 0 -> texts.get("health-check.examined.well", subject);
            case 1 -> texts.get("health-check.examined.one", subject);
            default -> texts.get("health-check.examined.more", subject, count);
        };
    }

    /** A subject of a later version has its name. */
    private String subject(Examination examination) {
        var name = examination.subject().name();
        var key = "health-check.subject." + name.toLowerCase(Locale.ROOT);
        return texts.find(key).isPresent()
                ? texts.get(key, examination.authenticatorId().orElse(""))
                : name;
    }

    /** Its title and code, for the two blanks of that text. */
    String finding(String key, Diagnostic finding) {
        return texts.get(key, title(finding), finding.problem().code());
    }

    String title(Diagnostic finding) {
        return finding.problem().remedy(texts.language().locale()).title();
    }

    List<String> changes(HealthCheckModel.Changes changes) {
        var lines = new ArrayList<String>();
        changes.gone().forEach(one -> lines.add(finding("health-check.changes.gone", one)));
        changes.appeared().forEach(one -> lines.add(finding("health-check.changes.appeared", one)));
        if (changes.gone().isEmpty() && changes.appeared().isEmpty()) {
            lines.add(texts.get("health-check.changes.none"));
        }
        if (!changes.kept().isEmpty()) {
            lines.add(texts.get("health-check.changes.kept", changes.kept().size()));
        }
        return lines;
    }
}
