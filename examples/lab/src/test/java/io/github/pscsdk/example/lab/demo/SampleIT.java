package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on our own sample. */
class SampleIT {
    /** Section 3 of the rules, with the gravest severity that each rule has. */
    private static final Map<String, String> RULES = new TreeMap<>(Map.ofEntries(
            Map.entry("V-IDN", "rejected"),
            Map.entry("V-RPPS", "warned"),
            Map.entry("V-FINESS", "rejected"),
            Map.entry("V-SIREN", "warned"),
            Map.entry("V-INSEE", "rejected"),
            Map.entry("V-CP", "rejected"),
            Map.entry("V-GEO", "rejected"),
            Map.entry("V-TEL", "toCorrect"),
            Map.entry("V-URL", "toCorrect"),
            Map.entry("V-HOR", "rejected"),
            Map.entry("V-DATE", "rejected"),
            Map.entry("V-RDV", "warned"),
            Map.entry("V-TXT", "warned"),
            Map.entry("V-OFFRE", "rejected")));

    @Test
    void each_rule_is_broken_by_a_row_and_most_rows_are_accepted(@TempDir Path folder) throws Exception {
        var report = folder.resolve("rows.csv");
        var run = CommandRun.ofDemo("--json", "--report=" + report);

        assertEquals(0, run.exitCode(), run::toString);
        var summary = new ObjectMapper().readTree(run.out());
        RULES.forEach((rule, severity) ->
                assertTrue(rule(summary, rule).path(severity).asInt() > 0, rule + " " + severity));
        assertTrue(rule(summary, "V-CSV").path("rejected").asInt() > 0, "V-CSV");
        var read = summary.path("read").asInt();
        var accepted = summary.path("accepted").asInt();
        assertTrue(read >= 120, run::toString);
        assertEquals(
                read,
                accepted
                        + summary.path("toCorrect").asInt()
                        + summary.path("rejected").asInt());
        assertTrue(accepted > read / 2, run::toString);
        var rows = Files.readAllLines(report).stream()
                .skip(1)
                .map(line -> line.split(";", 3))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (first, again) -> first))
                .values()
                .stream()
                .collect(Collectors.groupingBy(result -> result.replace("\"", ""), Collectors.counting()));
        assertEquals(
                Map.of(
                        "ACCEPTED", summary.path("accepted").asLong(),
                        "TO_CORRECT", summary.path("toCorrect").asLong(),
                        "REJECTED", summary.path("rejected").asLong()),
                rows);
    }

    private static JsonNode rule(JsonNode summary, String name) {
        for (var rule : List.copyOf(summary.path("rules").findParents("rule"))) {
            if (rule.path("rule").asText().equals(name)) {
                return rule;
            }
        }
        return new ObjectMapper().createObjectNode();
    }
}
