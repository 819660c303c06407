package io.github.pscsdk.proxytools;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences, the worst first: as lines for a person, as JSON for a program. */
record DriftReport(List<DriftFinding> findings, KnownBreakingChanges changes, Texts texts) {
    private static final int LONGEST = 200;

    /** Beyond those that every command has: 3 where something may break, 4 where logins break. */
    int exitCode() {
        return findings.stream()
                .mapToInt(finding -> switch (finding.severity()) {
                    case BREAKS_LOGINS -> 4;
                    case MAY_BREAK -> 3;
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var severity : DriftSeverity.values()) {
            var these = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            if (!these.isEmpty()) {
                lines.add(texts.get(heading(severity)));
                these.forEach(finding -> add(lines, finding));
                lines.add("");
            }
        }
        lines.add(texts.get("drift.sum", findings.size()));
        return lines;
    }

    private static String heading(DriftSeverity severity) {
        return switch (severity) {
            case BREAKS_LOGINS -> "drift.breaks";
            case MAY_BREAK -> "drift.may.break";
            default -> "drift.informative";
        };
    }

    private void add(List<String> lines, DriftFinding finding) {
        lines.add("  " + finding.area() + " " + plain(finding.member()));
        lines.add("    " + texts.get("drift.expected", plain(finding.expected())));
        lines.add("    " + texts.get("drift.found", plain(finding.found())));
        known(finding).ifPresent(known -> {
            lines.add("    " + texts.get("drift.known", known.when(), known.name()));
            lines.add("    " + texts.get("drift.advice", known.advice()));
        });
    }

    private record Line(List<Entry> findings) {}

    private record Entry(
            String severity, String area, String member, String expected, String found, Optional<Known> known) {}

    private record Known(String id, String when, String name, String advice) {}

    String json() {
        var line = new Line(findings.stream().map(this::entry).toList());
        return new String(ProxyJson.write(line), StandardCharsets.UTF_8);
    }

    private Entry entry(DriftFinding finding) {
        return new Entry(
                finding.severity().name(),
                finding.area().name(),
                finding.member(),
                finding.expected(),
                finding.found(),
                known(finding));
    }

    private Optional<Known> known(DriftFinding finding) {
        return changes.like(finding).map(change -> {
            var text = change.text(texts.language().locale());
            return new Known(change.id(), change.when(), text.name(), text.advice());
        });
    }

    /** Text of others: on one line, and no command to the terminal. */
    private static String plain(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
