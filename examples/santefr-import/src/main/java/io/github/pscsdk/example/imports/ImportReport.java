package io.github.pscsdk.example.imports;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts of an import.
 *
 * @param older the columns of the newest files that this one lacks; none if it is of the newest layout
 * @param toCorrect imported rows with an error in the cells on how to book
 * @param rules how many rows each rule was applied to, by its identifier
 * @param notTakenOver in how many rows a column was filled and had no home in the model, by its name
 */
public record ImportReport(
        PublishedLayout layout,
        List<String> older,
        int read,
        int imported,
        int toCorrect,
        int rejected,
        List<RuleCount> rules,
        Map<String, Integer> notTakenOver) {
    /**
     * One rule; a row counts once for each severity.
     *
     * @param normalised rows in which it spelt a value anew
     */
    public record RuleCount(String rule, int rejected, int warned, int normalised) {
        /** The value that the rule looks at. */
        public String title(Language language) {
            return Finding.title(rule, language).orElseThrow();
        }
    }

    /** Counts rows while they come. For one import and one thread. */
    static final class Counter {
        private final PublishedLayout layout;
        private final Map<String, Map<Severity, Integer>> rules = new TreeMap<>();
        private final Map<String, Integer> columns = new TreeMap<>();
        private int read;
        private final List<String> older;
        private int rejected;
        private int toCorrect;

        Counter(PublishedLayout layout, List<String> older) {
            this.layout = layout;
            this.older = older;
        }

        void add(ImportedRow row) {
            read++;
            rejected += row.isRejected() ? 1 : 0;
            toCorrect += row.isToCorrect() ? 1 : 0;
            row.notTakenOver().forEach(column -> columns.merge(column, 1, Integer::sum));
            row.findings().stream()
                    .map(finding -> Map.entry(finding.rule(), finding.severity()))
                    .distinct()
                    .forEach(found -> rules.computeIfAbsent(found.getKey(), first -> new TreeMap<>())
                            .merge(found.getValue(), 1, Integer::sum));
        }

        ImportReport report() {
            var counts = rules.entrySet().stream()
                    .map(rule -> new RuleCount(
                            rule.getKey(),
                            rule.getValue().getOrDefault(Severity.E, 0),
                            rule.getValue().getOrDefault(Severity.W, 0),
                            rule.getValue().getOrDefault(Severity.N, 0)))
                    .toList();
            return new ImportReport(layout, older, read, read - rejected, toCorrect, rejected, counts, columns);
        }
    }
}
