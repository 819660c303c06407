package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.plugin.stub.StubProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/diagnostics.md} is written from the enums; record with {@code mvn verify -Dupdate=true}. */
class DiagnosticsPageTest {
    @Test
    void the_page_of_problems_is_the_one_that_the_code_gives() {
        var current = """
                # Problems

                Every failure has a code, a party that must act, and steps in French and in English. Generated from the code;
                do not edit.

                """
                + section("Login and session (both halves)", LoginProblem.values())
                + section("National identifier, while it is typed", NationalIdProblem.values())
                + section("Plug-ins", PluginProblem.values())
                + section("Card authenticator", CardProblem.values())
                + section("Stub authenticator", StubProblem.values())
                + section("The psc command", ConsoleProblem.values())
                + section("The desktop practice software", DesktopProblem.values());

        assertEquals(Repository.recorded("docs/diagnostics.md", current), current);
    }

    private static String section(String title, Problem... problems) {
        return "## " + title + "\n\n"
                + Arrays.stream(problems).map(DiagnosticsPageTest::entry).collect(Collectors.joining());
    }

    private static String entry(Problem problem) {
        return "### " + problem.code() + " `" + problem.name() + "`\n\nWho must act: " + problem.party() + "\n\n"
                + text(problem, Locale.FRENCH) + text(problem, Locale.ENGLISH);
    }

    private static String text(Problem problem, Locale locale) {
        var remedy = problem.remedy(locale);
        return "- **" + locale.getLanguage() + "** " + remedy.title() + "\n"
                + remedy.steps().stream().map(step -> "  1. " + step + "\n").collect(Collectors.joining()) + "\n";
    }
}
