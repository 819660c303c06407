package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.drift.DriftSeverity;
import java.io.PrintWriter;
import java.util.List;

/** The differences, the worst first, on standard output. */
final class DriftReport {
    private static final int LONGEST = 200;

    private final PrintWriter out;
    private final Texts texts;
    private final boolean json;

    DriftReport(PrintWriter out, Texts texts, boolean json) {
        this.out = out;
        this.texts = texts;
        this.json = json;
    }

    /** Beyond those that every command has: 3 where something may break, 4 where logins break. */
    static int exitCode(List<DriftFinding> findings) {
        return findings.stream()
                .mapToInt(finding -> switch (finding.severity()) {
                    case BREAKS_LOGINS -> 4;
                    case MAY_BREAK -> 3;
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    void print(List<DriftFinding> findings) {
        if (json) {
            out.println(DriftWriter.write(findings, texts.language().locale()));
        } else {
            for (var severity : DriftSeverity.values()) {
                print(severity, findings);
            }
            out.println(texts.get("drift.sum", findings.size()));
        }
        out.flush();
    }

    private void print(DriftSeverity severity, List<DriftFinding> findings) {
        var these = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
        if (!these.isEmpty()) {
            out.println(texts.get(heading(severity)));
            these.forEach(this::print);
            out.println();
        }
    }

    private static String heading(DriftSeverity severity) {
        return switch (severity) {
            case BREAKS_LOGINS -> "drift.breaks";
            case MAY_BREAK -> "drift.may.break";
            default -> "drift.informative";
        };
    }

    private void print(DriftFinding finding) {
        out.println("  " + finding.area() + " " + plain(finding.member()));
        out.println("    " + texts.get("drift.expected", plain(finding.expected())));
        out.println("    " + texts.get("drift.found", plain(finding.found())));
        finding.known().ifPresent(known -> {
            var text = known.text(texts.language().locale());
            out.println("    " + texts.get("drift.known", known.when(), text.name()));
            out.println("    " + texts.get("drift.advice", text.advice()));
        });
    }

    /** What others wrote: on one line, and no command to the terminal. */
    private static String plain(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
