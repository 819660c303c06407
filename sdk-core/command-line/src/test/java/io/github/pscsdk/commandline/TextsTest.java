package io.github.pscsdk.example.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.example.console.outcome.Finding;
import io.github.pscsdk.example.console.outcome.Outcome;
import io.github.pscsdk.example.console.outcome.Summary;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern BLANK = Pattern.compile("%,?[sd]");

    @Test
    void both_languages_have_the_same_texts_with_the_same_blanks() throws Exception {
        var english = texts("en");
        var french = texts("fr");

        assertEquals(english.stringPropertyNames(), french.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertEquals(blanks(english.getProperty(key)), blanks(french.getProperty(key)), key);
        }
    }

    @Test
    void any_other_language_gets_English() {
        assertEquals("telephone", Texts.in(Locale.GERMAN).ofRule("V-TEL"));
        assertEquals("téléphone", Texts.in(Locale.CANADA_FRENCH).ofRule("V-TEL"));
        assertEquals("", Texts.in(Locale.ENGLISH).ofRule("V-LATER"));
    }

    @Test
    void a_summary_shows_counts_and_lines_by_rule() {
        var summary = Summary.of(
                List.of(Outcome.accepted(2, List.of()), Outcome.rejected(3, List.of(Finding.rejecting("V-TEL")))));

        var text = new SummaryText(Texts.in(Locale.FRENCH)).of("exemple", summary);

        assertTrue(text.contains("acceptées"), text);
        assertTrue(
                text.lines()
                        .anyMatch(line ->
                                line.matches("\\s+V-TEL\\s+téléphone\\s+1\\s+-\\s+-.*lignes rejetées\u00a0: 3")),
                text);
        assertEquals("declarations: 2 read, 1 accepted, 1 rejected", SummaryText.lastLine(summary));
    }

    @Test
    void a_problem_is_shown_with_its_steps_and_facts() {
        var failure = new PscException(ConsoleProblem.INPUT_EMPTY, "not a single line");
        var finding = new Diagnostic(PluginProblem.NOT_A_PLUGIN, Severity.WARNING, Map.of("file", "broken.jar"));

        assertEquals(
                List.of(
                        "The input file holds no row. (CLI-002)",
                        "  1. Give a file with a header line and at least one row below it.",
                        "  Detail: CLI-002 INPUT_EMPTY: not a single line"),
                new ProblemText(Texts.in(Locale.ENGLISH)).of(failure));
        assertTrue(new ProblemText(Texts.in(Locale.FRENCH)).of(finding).contains("  file\u00a0: broken.jar"));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("texts_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<String> blanks(String text) {
        return BLANK.matcher(text).results().map(r -> r.group()).toList();
    }
}
