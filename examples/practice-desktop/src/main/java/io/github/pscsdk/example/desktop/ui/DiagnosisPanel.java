package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.healthcheck.DiagnosisChanges;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** A diagnosis as a person reads it: the cause, the ways in, the findings by who must act, and the shortest remedy. */
final class DiagnosisPanel {
    private static final int WIDTH = HelpDialog.WIDTH;

    private final Column column = new Column();
    private final Diagnosis diagnosis;
    private final DiagnosisWords words;
    private final Texts texts;

    /** @param changes since the look before, where there was one */
    DiagnosisPanel(Diagnosis diagnosis, Optional<DiagnosisChanges> changes, DiagnosisWords words, Texts texts) {
        this.diagnosis = diagnosis;
        this.words = words;
        this.texts = texts;
        headline();
        changes.ifPresent(this::changes);
        waysIn();
        diagnosis
                .byParty()
                .forEach((party, findings) ->
                        findings(texts.get("health-check.party." + party.name().toLowerCase(Locale.ROOT)), findings));
        diagnosis.nearestWay().ifPresent(this::shortest);
    }

    JComponent component() {
        return column;
    }

    private void headline() {
        var cause = diagnosis.firstCause();
        if (cause.isEmpty()) {
            column.with(
                    Paragraph.heading(texts.get("health-check.ready"), WIDTH).named("health-check.ready"));
            return;
        }
        var title = Paragraph.heading(words.title(cause.get()), WIDTH).named("health-check.cause");
        column.with(
                        Colours.quiet(Paragraph.of(
                                texts.get(diagnosis.isReady() ? "health-check.look-at" : "health-check.cause"), WIDTH)),
                        4)
                .with(diagnosis.isReady() ? title : Colours.wrong(title), 8)
                .with(RemedyPanel.withoutTitle(cause.get(), texts, WIDTH));
    }

    private void changes(DiagnosisChanges changes) {
        section("health-check.changes");
        words.changes(changes).forEach(line -> line(line, "health-check.change"));
    }

    private void waysIn() {
        section("health-check.ways");
        if (diagnosis.waysIn().isEmpty()) {
            line(texts.get("login.none"), "health-check.way");
        }
        for (var way : diagnosis.waysIn()) {
            var obstacles = diagnosis.blocking(way.id());
            var name = way.displayName(texts.language().locale());
            line(
                    texts.get(obstacles.isEmpty() ? "health-check.way.open" : "health-check.way.blocked", name),
                    "health-check.way");
            obstacles.forEach(one -> line(words.finding("health-check.obstacle", one), "health-check.obstacle"));
        }
    }

    private void findings(String party, List<Diagnostic> findings) {
        heading(party, "health-check.party");
        for (var finding : findings) {
            // A severity of a later version has its name.
            var severity = finding.severity().name();
            var told = texts.find("health-check.severity." + severity.toLowerCase(Locale.ROOT));
            column.with(Colours.quiet(Paragraph.of(told.orElse(severity), WIDTH).named("health-check.severity")));
            if (diagnosis.firstCause().filter(finding::equals).isPresent()) {
                line(words.finding("health-check.above", finding), "health-check.above");
            } else {
                column.with(RemedyPanel.of(finding, texts, WIDTH));
            }
            column.gap(12);
        }
    }

    private void shortest(AuthenticatorDescriptor way) {
        section("health-check.shortest");
        var obstacles = diagnosis.blocking(way.id());
        line(
                texts.get(
                        obstacles.isEmpty() ? "health-check.shortest.open" : "health-check.shortest.blocked",
                        way.displayName(texts.language().locale())),
                "health-check.shortest");
        var steps = obstacles.stream()
                .flatMap(obstacle -> obstacle.problem().remedy(texts.language().locale()).steps().stream())
                .distinct()
                .toList();
        column.with(RemedyPanel.steps(steps, WIDTH));
    }

    private void section(String key) {
        heading(texts.get(key), key + ".heading");
    }

    private void heading(String text, String name) {
        column.gap(16).with(Paragraph.subheading(text, WIDTH).named(name), 6);
    }

    private void line(String text, String name) {
        column.with(Paragraph.of(text, WIDTH).named(name), 2);
    }
}
