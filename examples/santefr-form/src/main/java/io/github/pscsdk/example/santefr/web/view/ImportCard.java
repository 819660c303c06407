package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.imports.ImportReport.RuleCount;
import io.github.pscsdk.example.santefr.dossier.Imports.Result;
import io.github.pscsdk.example.santefr.dossier.Imports.ResultRow;
import io.github.pscsdk.example.santefr.dossier.Imports.RowOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The report of an import.
 *
 * @param layout the key of the kind of file
 * @param older the columns that the file lacks, as it is of an older layout
 * @param read how many rows
 * @param results how many rows have each result
 * @param rules what each rule did
 * @param columns in how many rows a column was filled and not taken over
 * @param rows every one
 */
public record ImportCard(
        String layout,
        List<String> older,
        int read,
        List<ResultCount> results,
        List<RuleLine> rules,
        Map<String, Integer> columns,
        List<RowCard> rows) {
    public ImportCard {
        older = List.copyOf(older);
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
                report.older(),
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

    /**
     * A row of a file.
     *
     * @param line where it begins
     * @param key of the row in its file
     * @param result the key of its result
     * @param look of the result
     * @param number of its draft
     * @param remarks of the rules
     */
    public record RowCard(
            int line, Optional<String> key, String result, String look, Optional<String> number, List<Remark> remarks) {
        public RowCard {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(number, "number");
            remarks = List.copyOf(remarks);
        }

        /**
         * What a rule says of it.
         *
         * @param rule such as {@code V-TEL}
         * @param note what to do
         */
        public record Remark(String rule, Note note) {}

        /** Whether the draft is as the file has it, or somebody has corrected it since. */
        public boolean isBegun() {
            return result.equals("outcome.begun") || result.equals("outcome.to-correct");
        }

        static RowCard of(ResultRow taken, Language language) {
            return new RowCard(
                    taken.row().line(),
                    taken.row().key(),
                    "outcome." + taken.result().code(),
                    look(taken.result()),
                    taken.number(),
                    taken.row().findings().stream()
                            .map(finding -> new Remark(finding.rule(), Note.of(finding, language)))
                            .toList());
        }

        private static String look(RowOutcome result) {
            return switch (result) {
                case BEGUN -> "public";
                case TO_CORRECT -> "doubtful";
                case KNOWN -> "written";
                case OVER_LIMIT -> "doubtful";
                case REJECTED -> "rejected";
            };
        }

        /** The line, not the key: it may name somebody. */
        @Override
        public String toString() {
            return "RowCard[" + line + "]";
        }
    }
}
