package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A diagnosis as a person reads it: the cause first, then the ways in, all findings by who must act, and the shortest
 * remedy.
 */
final class DoctorReport {
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private DoctorReport(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(Diagnosis diagnosis, Texts texts) {
        var report = new DoctorReport(texts);
        report.headline(diagnosis);
        report.waysIn(diagnosis);
        report.findings(diagnosis.byParty());
        diagnosis.nearestWay().ifPresent(way -> report.shortest(way, diagnosis.blocking(way.id())));
        return List.copyOf(report.lines);
    }

    private void headline(Diagnosis diagnosis) {
        var cause = diagnosis.firstCause();
        if (cause.isEmpty()) {
            lines.add(texts.get("doctor.healthy"));
        } else if (diagnosis.isReady()) {
            lines.add(texts.get(
                    "doctor.ready", title(cause.get()), cause.get().problem().code()));
        } else {
            lines.addAll(Screen.lines(cause.get(), texts));
        }
    }

    private void waysIn(Diagnosis diagnosis) {
        lines.add("");
        lines.add(texts.get("doctor.ways"));
        for (var way : diagnosis.waysIn()) {
            lines.add("  " + wayIn(way, diagnosis.blocking(way.id())));
        }
    }

    private String wayIn(AuthenticatorDescriptor way, List<Diagnostic> obstacles) {
        var name = way.displayName(texts.language().locale());
        var id = "%-10s".formatted(way.id());
        if (obstacles.isEmpty()) {
            return texts.get("doctor.way.open", id, name);
        }
        var codes = obstacles.stream().map(one -> one.problem().code()).collect(Collectors.joining(", "));
        return texts.get("doctor.way.blocked", id, name, codes);
    }

    private void findings(Map<Party, List<Diagnostic>> byParty) {
        byParty.forEach((party, findings) -> {
            lines.add("");
            lines.add(texts.get("doctor.party." + party));
            Finding.all(findings, texts.language().locale()).forEach(finding -> lines.add(finding.line(texts)));
        });
    }

    private void shortest(AuthenticatorDescriptor way, List<Diagnostic> obstacles) {
        lines.add("");
        var locale = texts.language().locale();
        var key = obstacles.isEmpty() ? "doctor.shortest.open" : "doctor.shortest";
        lines.add(texts.get(key, way.displayName(locale), way.id()));
        obstacles.forEach(
                obstacle -> obstacle.problem().remedy(locale).steps().forEach(step -> lines.add("  - " + step)));
        obstacles.stream()
                .findFirst()
                .ifPresent(first ->
                        lines.add(texts.get("doctor.guide", first.problem().code())));
    }

    private String title(Diagnostic finding) {
        return finding.problem().remedy(texts.language().locale()).title();
    }
}
