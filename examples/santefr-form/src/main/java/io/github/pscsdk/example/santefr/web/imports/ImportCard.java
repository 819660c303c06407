package io.github.pscsdk.example.santefr.web.imports;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.imports.ImportReport.RuleCount;
import io.github.pscsdk.example.santefr.dossier.Imports.Result;
import io.github.pscsdk.example.santefr.dossier.Imports.RowOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report of an import.
 *
 * @param layout the key of the kind of file
 * @param read how many rows
 * @param results how many rows have each result
 * @param rules what each rule did
 * @param columns in how many rows a column was filled and not taken over
 * @param rows every one
 */
public record ImportCard(
        String layout,
        int read,
        List<ResultCount> results,
        List<RuleLine> rules,
        Map<String, Integer> columns,
        List<RowCard> rows) {
    public ImportCard {
        results = List.copyOf(results);
        rules = List.copyOf(rules);
        columns = new TreeMap<>(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One result.
     *
     * @param name its key
     * @param rows how many
     */
    public record ResultCount(String name, int rows) {}

    /**
     * One rule.
     *
     * @param title what it looks at
     * @param count of rows
     */
    public record RuleLine(String title, RuleCount count) {}

    /** In the reader's language. */
    public static ImportCard of(Result taken, Language language) {
        var report = taken.report();
        return new ImportCard(
                "layout." + report.layout().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                report.read(),
                Arrays.stream(RowOutcome.values())
                        .map(result -> new ResultCount("count." + result.code(), taken.count(result)))
                        .toList(),
                report.rules().stream()
                        .map(rule -> new RuleLine(language == Language.FRENCH ? rule.french() : rule.english(), rule))
                        .toList(),
                report.notTakenOver(),
                taken.rows().stream().map(row -> RowCard.of(row, language)).toList());
    }

    /** How many rows. */
    @Override
    public String toString() {
        return "ImportCard[" + read + "]";
    }
}
