package io.github.pscsdk.example.imports.evidence;

import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.ImportedRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what an import remarked. */
final class FindingCounts {
    private FindingCounts() {}

    /** FindingCounts by rule. */
    static Map<String, Long> byRule(Severity severity, List<ImportedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }

    /** Rows by rule. */
    static Map<String, Long> rowsByRule(Severity severity, List<ImportedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .map(Finding::rule)
                        .distinct())
                .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    }

    /** FindingCounts on one field, elements of a list together, by rule and severity. */
    static Map<String, Long> on(String field, List<ImportedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.findings().stream())
                .filter(finding -> finding.field().replaceAll("\\[\\d+\\]$", "").equals(field))
                .collect(Collectors.groupingBy(
                        finding -> finding.rule() + " " + finding.severity(), TreeMap::new, Collectors.counting()));
    }
}
