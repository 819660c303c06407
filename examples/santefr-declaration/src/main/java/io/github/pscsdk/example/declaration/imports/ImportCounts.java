package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.imports.ImportReport.RuleCount;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts rows while they come. For one import and one thread. */
final class ImportCounts {
    private final PublishedLayout layout;
    private final Map<String, Map<Severity, Integer>> rules = new TreeMap<>();
    private final Map<String, Integer> columns = new TreeMap<>();
    private int read;
    private int rejected;

    ImportCounts(PublishedLayout layout) {
        this.layout = layout;
    }

    void add(ImportedRow row) {
        read++;
        rejected += row.isRejected() ? 1 : 0;
        row.notTakenOver().forEach(column -> columns.merge(column, 1, Integer::sum));
        row.findings().stream()
                .collect(
                        Collectors.groupingBy(Finding::rule, Collectors.mapping(Finding::severity, Collectors.toSet())))
                .forEach((rule, severities) -> severities.forEach(severity ->
                        rules.computeIfAbsent(rule, first -> new TreeMap<>()).merge(severity, 1, Integer::sum)));
    }

    ImportReport report() {
        var counts = rules.entrySet().stream()
                .map(rule -> new RuleCount(
                        rule.getKey(),
                        rule.getValue().getOrDefault(Severity.E, 0),
                        rule.getValue().getOrDefault(Severity.W, 0),
                        rule.getValue().getOrDefault(Severity.N, 0)))
                .toList();
        return new ImportReport(layout, read, read - rejected, rejected, counts, columns);
    }
}
