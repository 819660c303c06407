package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/diagnostics.md} is written from the enums; record with {@code mvn verify -Dupdate=true}. */
class DiagnosticsPageTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    @Test
    void the_page_of_problems_is_the_one_that_the_code_gives() {
        var current = """
                # Problems

                This page is for support desks and developers. It lists every problem with its code, the party that must act,
                the steps in French and in English, and the step of the [login guide](login-guide.md) where a person goes on.
                A test writes this page from the code; do not edit it.

                """
                + Stream.of(Problems.values()).map(DiagnosticsPageTest::section).collect(Collectors.joining());

        assertEquals(Repository.recorded("docs/diagnostics.md", current), current);
    }

    private static String section(Problems kind) {
        return "## " + kind.title() + "\n\n"
                + kind.constants().stream().map(DiagnosticsPageTest::entry).collect(Collectors.joining());
    }

    private static String entry(Problem problem) {
        var step = GUIDE.after(problem).id();
        return "### " + problem.code() + " `" + problem.name() + "`\n\nWho must act: " + problem.party()
                + " · in the guide: [`" + step + "`](login-guide.md#" + step + ")\n\n"
                + text(problem, Locale.FRENCH) + text(problem, Locale.ENGLISH);
    }

    private static String text(Problem problem, Locale locale) {
        var remedy = problem.remedy(locale);
        return "- **" + locale.getLanguage() + "** " + remedy.title() + "\n"
                + remedy.steps().stream().map(step -> "  1. " + step + "\n").collect(Collectors.joining()) + "\n";
    }
}
