package io.github.pscsdk.example.lab.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.PscLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
    @Test
    void a_summary_shows_counts_and_lines_by_rule() {
        var summary = summary(List.of(
                Outcome.accepted(2, List.of()),
                Outcome.refused(3, List.of(new Finding("V-TEL", Severity.E, "", "", ""))),
                Outcome.refused(4, List.of(new Finding("V-TEL", Severity.E, "offers[0].phone", "", "")))));

        var text = new SummaryText(CommandTexts.of(PscLab.class, Language.FRENCH)).of("exemple", summary);

        assertTrue(text.contains("acceptées"), text);
        assertTrue(
                text.lines()
                        .anyMatch(
                                line -> line.matches("\\s+V-TEL\\s+téléphone\\s+1\\s+1\\s+-\\s+-.*lignes\u00a0: 3, 4")),
                text);
        assertEquals("declarations: 3 read, 1 accepted, 1 rejected, 1 to correct", SummaryText.lastLine(summary));
    }

    @Test
    void a_rule_that_has_no_words_yet_is_shown_without() {
        var summary = summary(List.of(Outcome.refused(3, List.of(new Finding("V-LATER", Severity.E, "", "", "")))));

        var text = new SummaryText(CommandTexts.of(PscLab.class, Language.ENGLISH)).of("example", summary);

        assertTrue(text.lines().anyMatch(line -> line.matches("\\s+V-LATER\\s+1\\s+-\\s+-\\s+-.*")), text);
    }

    private static Summary summary(List<Outcome> outcomes) {
        var builder = new Summary.Counter();
        outcomes.forEach(builder::add);
        return builder.build();
    }
}
