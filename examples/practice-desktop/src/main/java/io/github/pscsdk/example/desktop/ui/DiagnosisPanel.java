package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Texts;
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

    static Column of(Diagnosis diagnosis, Texts texts) {
        var panel = new DiagnosisPanel(diagnosis, texts);
        diagnosis
                .firstCause()
                .ifPresentOrElse(
                        panel::cause,
                        () -> panel.column.say(0, "health-check.ready").heading(2));
        panel.waysIn();
        diagnosis.byParty().forEach(panel::findings);
        diagnosis.nearestWay().ifPresent(panel::shortest);
        return panel.column;
    }

    private void cause(Diagnostic cause) {
        var heading = column.say(8, diagnosis.isReady() ? "health-check.look-at" : "health-check.first")
                .heading(2);
        if (!diagnosis.isReady()) {
            heading.wrong();
        }
        column.put(RemedyPanel.of(cause, texts, WIDTH), 0).setName("health-check.cause");
    }

    private void waysIn() {
        column.heading("health-check.ways");
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

    /** All but the first cause, which stands above. */
    private void findings(Party party, List<Diagnostic> findings) {
        var others = findings.stream()
                .filter(finding ->
                        diagnosis.firstCause().filter(finding::equals).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            column.heading("health-check.party." + party.name().toLowerCase(Locale.ROOT));
        }
        for (var finding : others) {
            var key = "health-check.severity." + finding.severity().name().toLowerCase(Locale.ROOT);
            // A severity of a later version has its name.
            column.text(texts.find(key).orElse(finding.severity().name()), 0).quiet();
            column.put(RemedyPanel.of(finding, texts, WIDTH), 12);
        }
    }

    private void shortest(AuthenticatorDescriptor way) {
        column.heading("health-check.shortest");
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

    /** The text of that key, with the title and the code of a finding. */
    static String finding(String key, Diagnostic finding, Texts texts) {
        var title = finding.problem().remedy(texts.language().locale()).title();
        return texts.get(key, title, finding.problem().code());
    }
}
