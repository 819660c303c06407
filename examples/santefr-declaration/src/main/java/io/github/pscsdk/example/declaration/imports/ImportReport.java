package io.github.pscsdk.example.declaration.imports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The counts of an import.
 *
 * @param layout what the file was recognised as
 * @param read rows; each is imported or rejected
 * @param imported rows that became a declaration
 * @param rejected rows with an error
 * @param rules how many rows each rule was applied to, by its identifier
 * @param notTakenOver in how many rows a column was filled and had no home in the model, by its name
 */
public record ImportReport(
        PublishedLayout layout,
        int read,
        int imported,
        int rejected,
        List<RuleCount> rules,
        Map<String, Integer> notTakenOver) {
    /** Checks and copies. */
    public ImportReport {
        Objects.requireNonNull(layout, "layout");
        rules = List.copyOf(rules);
        notTakenOver = Collections.unmodifiableMap(new TreeMap<>(notTakenOver));
    }

    /**
     * One rule; a row counts once for each severity.
     *
     * @param rule such as {@code V-TEL}
     * @param rejected rows with an error of it
     * @param warned rows with a warning of it
     * @param normalised rows in which it spelt a value anew
     */
    public record RuleCount(String rule, int rejected, int warned, int normalised) {
        /** What it looks at, in French. */
        public String french() {
            return ReportText.FRENCH.title(rule);
        }

        /** The same in English. */
        public String english() {
            return ReportText.ENGLISH.title(rule);
        }
    }

    /** For people, in French, a line for each rule and one for the columns that were not taken over. */
    public String french() {
        return ReportText.FRENCH.of(this);
    }

    /** The same in English. */
    public String english() {
        return ReportText.ENGLISH.of(this);
    }
}
