package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.util.List;
import java.util.Locale;

/** A diagnosis: the cause, the ways in, the findings by who must act, and the shortest remedy. */
final class DiagnosisPanel {
    private static final int WIDTH = HelpDialog.WIDTH;

    private final Column column;
    private final Diagnosis diagnosis;
    private final Texts texts;

    private DiagnosisPanel(Diagnosis diagnosis, Texts texts) {
        this.diagnosis = diagnosis;
        this.texts = texts;
        column = new Column(texts, WIDTH);
    }

    static Column of(Diagnosis diagnosis, HealthCheckModel model, Texts texts) {
        var panel = new DiagnosisPanel(diagnosis, texts);
        diagnosis.firstCause().ifPresent(panel::cause);
        if (diagnosis.firstCause().isEmpty()) {
            panel.column.say(0, "health-check.ready").heading(2);
        }
        model.changes().ifPresent(panel::changes);
        panel.waysIn();
        diagnosis.byParty().forEach((party, findings) -> {
            panel.heading("health-check.party." + party.name().toLowerCase(Locale.ROOT));
            panel.findings(findings);
        });
        diagnosis.nearestWay().ifPresent(panel::shortest);
        return panel.column;
    }

    private void cause(Diagnostic cause) {
        column.text(texts.get(diagnosis.isReady() ? "health-check.look-at" : "health-check.cause"), 4)
                .quiet();
        var title = column.text(title(cause, texts), 8).heading(2).named("health-check.cause");
        if (!diagnosis.isReady()) {
            title.wrong();
        }
        column.put(RemedyPanel.withoutTitle(cause, texts, WIDTH), 0);
    }

    private void changes(HealthCheckModel.Changes changes) {
        heading("health-check.changes");
        changes.gone().forEach(one -> change(finding("health-check.changes.gone", one, texts)));
        changes.appeared().forEach(one -> change(finding("health-check.changes.appeared", one, texts)));
        if (changes.gone().isEmpty() && changes.appeared().isEmpty()) {
            change(texts.get("health-check.changes.none"));
        }
        if (!changes.kept().isEmpty()) {
            change(texts.get("health-check.changes.kept", changes.kept().size()));
        }
    }

    private void change(String line) {
        column.text(line, 2).named("health-check.change");
    }

    private void waysIn() {
        heading("health-check.ways");
        if (diagnosis.waysIn().isEmpty()) {
            column.say(2, "login.none");
        }
        for (var way : diagnosis.waysIn()) {
            var obstacles = diagnosis.blocking(way.id());
            var name = way.displayName(texts.language().locale());
            column.say(2, obstacles.isEmpty() ? "health-check.way.open" : "health-check.way.blocked", name);
            obstacles.forEach(one -> column.text(finding("health-check.obstacle", one, texts), 2));
        }
    }

    private void findings(List<Diagnostic> findings) {
        for (var finding : findings) {
            column.text(constant("health-check.severity.", finding.severity(), texts), 0)
                    .quiet();
            if (diagnosis.firstCause().filter(finding::equals).isPresent()) {
                column.text(finding("health-check.above", finding, texts), 2);
            } else {
                column.put(RemedyPanel.of(finding, texts, WIDTH), 0);
            }
            column.gap(12);
        }
    }

    private void shortest(AuthenticatorDescriptor way) {
        heading("health-check.shortest");
        var locale = texts.language().locale();
        var obstacles = diagnosis.blocking(way.id());
        var key = obstacles.isEmpty() ? "health-check.shortest.open" : "health-check.shortest.blocked";
        column.say(2, key, way.displayName(locale)).named("health-check.shortest");
        var steps = obstacles.stream()
                .flatMap(obstacle -> obstacle.problem().remedy(locale).steps().stream())
                .distinct()
                .toList();
        RemedyPanel.steps(column, steps);
    }

    /** An examination that has ended, with the number of its findings that matter. */
    static String ended(Examination examination, Texts texts) {
        var count = examination.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        var of = examination.authenticatorId().orElse("");
        var subject = constant("health-check.subject.", examination.subject(), texts, of);
        return switch ((int) count) {
            case 0 -> texts.get("health-check.examined.well", subject);
            case 1 -> texts.get("health-check.examined.one", subject);
            default -> texts.get("health-check.examined.more", subject, count);
        };
    }

    /** The text of that key, with the title and the code of a finding. */
    static String finding(String key, Diagnostic finding, Texts texts) {
        return texts.get(key, title(finding, texts), finding.problem().code());
    }

    private static String title(Diagnostic finding, Texts texts) {
        return finding.problem().remedy(texts.language().locale()).title();
    }

    /** A constant of a later version has its name. */
    private static String constant(String prefix, Enum<?> constant, Texts texts, Object... values) {
        var key = prefix + constant.name().toLowerCase(Locale.ROOT);
        return texts.find(key).isPresent() ? texts.get(key, values) : constant.name();
    }

    private void heading(String key) {
        column.gap(16).say(6, key).heading(3).named(key + ".heading");
    }
}
