package io.github.pscsdk.commandline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTextsTest {
    @Test
    void any_other_language_gets_English() {
        var key = "failed.detail";

        assertEquals(
                "Detail: x",
                CommandTexts.of(CommandTexts.class, Language.of(Locale.GERMAN)).get(key, "x"));
        assertEquals(
                "Détail\u00a0: x",
                CommandTexts.of(CommandTexts.class, Language.of(Locale.CANADA_FRENCH))
                        .get(key, "x"));
    }

    @Test
    void a_problem_is_shown_with_its_steps_and_facts() {
        var failure = new PscException(CommandLineProblem.INPUT_UNREADABLE, "not there", Map.of("line", "12"));
        var finding =
                Diagnostic.of(PluginProblem.NOT_A_PLUGIN, Severity.WARNING).with("file", "broken.jar");
        var written = new StringWriter();

        new Screen(new PrintWriter(written), CommandTexts.of(CommandTexts.class, Language.ENGLISH), false)
                .failure(failure);

        assertEquals(
                List.of(
                        "The input file cannot be read. (CLI-001)",
                        "  1. Check the path of the file given to the command, and that you may read the file.",
                        "  line: 12",
                        "  Detail: CLI-001 INPUT_UNREADABLE: not there"),
                written.toString().lines().toList());
        assertTrue(Screen.lines(finding, CommandTexts.of(CommandTexts.class, Language.FRENCH))
                .contains("  file\u00a0: broken.jar"));
    }
}
