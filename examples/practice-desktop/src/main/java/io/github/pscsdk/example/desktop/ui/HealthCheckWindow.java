package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The obstacles to a login on this workstation: the cause, the ways in, who must act, and the shortest remedy. */
final class HealthCheckWindow extends HelpDialog {
    private static final String ENDING = "zip";

    private final HealthCheckModel model;
    private final HelpWindows windows;
    private final Locale locale;
    private Column column;

    HealthCheckWindow(HelpWindows windows) {
        super(windows, "health-check");
        this.windows = windows;
        locale = texts.language().locale();
        model = windows.healthCheck();
        follow(model);
    }

    @Override
    void draw() {
        var found = model.diagnosis().filter(diagnosis -> !model.isExamining());
        column = new Column(texts, WIDTH);
        if (model.isExamining()) {
            column.say(0, "health-check.looking").heading(2);
        } else {
            model.failure().ifPresent(problem -> column.remedy(problem, 16));
            found.ifPresent(this::show);
        }
        show(column);
        var again = Controls.named("health-check.again", texts, model::examine);
        var save = Controls.named("health-check.archive", texts, this::save);
        var cause = found.flatMap(Diagnosis::firstCause);
        var guide = Controls.named(
                "health-check.guide",
                texts,
                () -> cause.ifPresent(finding -> windows.openGuide(place -> place.mend(finding.problem()))));
        save.setEnabled(found.isPresent());
        guide.setEnabled(cause.isPresent());
        showBelow(again, save, guide, Controls.named("health-check.close", texts, this::dispose));
        remark(texts.get("health-check.archive.hint"));
        begin(again);
    }

    private void show(Diagnosis diagnosis) {
        var cause = diagnosis.firstCause();
        var ready = cause.isPresent() ? "health-check.look-at" : "health-check.ready";
        var heading = column.say(8, diagnosis.isReady() ? ready : "health-check.first")
                .heading(2);
        if (!diagnosis.isReady()) {
            heading.wrong();
        }
        cause.ifPresent(finding -> column.remedy(finding, 0).setName("health-check.cause"));
        waysIn(diagnosis);
        diagnosis
                .byParty()
                .forEach((party, findings) -> findings(
                        party,
                        // The cause stands above.
                        findings.stream()
                                .filter(one -> cause.filter(one::equals).isEmpty())
                                .toList()));
        diagnosis.nearestWay().ifPresent(way -> shortest(way, diagnosis.blocking(way.id())));
    }

    private void waysIn(Diagnosis diagnosis) {
        column.heading("health-check.ways");
        if (diagnosis.waysIn().isEmpty()) {
            column.say(2, "health-check.ways.none");
        }
        for (var way : diagnosis.waysIn()) {
            var obstacles = diagnosis.blocking(way.id());
            column.say(
                    2,
                    obstacles.isEmpty() ? "health-check.way.open" : "health-check.way.blocked",
                    way.displayName(locale));
            obstacles.forEach(one -> column.text(finding("health-check.obstacle", one, texts), 2));
        }
    }

    private void findings(Party party, List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            column.heading("health-check.party." + KebabCase.of(party));
        }
        for (var finding : findings) {
            var key = "health-check.severity." + KebabCase.of(finding.severity());
            // A severity of a later version has its name.
            column.text(texts.find(key).orElse(finding.severity().name()), 0).quiet();
            column.remedy(finding, 12);
        }
    }

    private void shortest(AuthenticatorDescriptor way, List<Diagnostic> obstacles) {
        column.heading("health-check.shortest");
        var key = obstacles.isEmpty() ? "health-check.shortest.open" : "health-check.shortest.blocked";
        column.say(2, key, way.displayName(locale)).named("health-check.shortest");
        column.steps(obstacles.stream()
                .flatMap(obstacle -> obstacle.problem().remedy(locale).steps().stream())
                .distinct()
                .toList());
    }

    /** The text of that key, with the title and the code of a finding. */
    static String finding(String key, Diagnostic finding, Texts texts) {
        var title = finding.problem().remedy(texts.language().locale()).title();
        return texts.get(key, title, finding.problem().code());
    }

    /** Asks where the archive for the support desk is to be. No file is replaced. */
    private void save() {
        var title = texts.get("health-check.archive");
        var name = texts.get("health-check.archive.file");
        ModalDialogs.file(this, title, ENDING, name, texts.get("health-check.archive.save"))
                .map(file -> file.toString().endsWith("." + ENDING) ? file : Path.of(file + "." + ENDING))
                .ifPresent(this::write);
    }

    private void write(Path file) {
        if (Files.exists(file)) {
            remark(texts.get("health-check.archive.there", file.getFileName()));
        } else {
            model.archive(file, locale, failure -> told(file, failure));
        }
    }

    private void told(Path file, Optional<Problem> failure) {
        remark(texts.get("health-check.archive.written", file));
        failure.ifPresent(problem -> {
            var remedy = new Column(texts, WIDTH);
            remedy.remedy(problem, 0);
            remark(remedy);
        });
    }

    private void remark(String words) {
        remark(new Paragraph(words, WIDTH).quiet().named("health-check.archive.outcome"));
    }
}
