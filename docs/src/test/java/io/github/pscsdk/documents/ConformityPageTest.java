package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.proxytools.internal.conformity.Check;
import io.github.pscsdk.proxytools.internal.conformity.Obligation;
import io.github.pscsdk.proxytools.internal.conformity.Obligations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/conformity.md}, against the list and the checks of the command. */
class ConformityPageTest {
    private static final String PAGE = "docs/conformity.md";
    private static final String OBLIGATIONS = "## The obligations\n\n";
    private static final String CHECKS = "## The checks\n\n";

    @Test
    void the_tables_are_those_that_the_code_gives() {
        var page = Repository.read(PAGE);
        var written = replace(replace(page, OBLIGATIONS, obligations()), CHECKS, checks());

        assertEquals(Repository.recorded(PAGE, written), written);
    }

    @Test
    void the_table_shows_every_obligation() {
        assertTrue(obligations().lines().count() > 20);
    }

    /** From the heading to the next one. */
    private static String replace(String page, String heading, String section) {
        var start = page.indexOf(heading) + heading.length();
        assertTrue(start > heading.length(), () -> "no heading " + heading.strip());
        var next = page.indexOf("\n## ", start - 1);
        return page.substring(0, start) + section + (next < 0 ? "" : page.substring(next));
    }

    private static String obligations() {
        return Obligations.builtIn().all().stream()
                .map(ConformityPageTest::row)
                .collect(Collectors.joining(
                        "\n",
                        "| id | reference | what is asked | source, confidence | checks | settled by them |\n"
                                + "|---|---|---|---|---|---|\n",
                        "\n"));
    }

    private static String row(Obligation obligation) {
        var texts = Obligations.texts(Language.ENGLISH);
        var standing = texts.get("standing." + obligation.standing().name().toLowerCase(Locale.ROOT));
        return cells(List.of(
                "`" + obligation.id() + "`",
                obligation.reference(),
                obligation.text().en(),
                obligation.source() + "; " + standing + "; "
                        + obligation.confidence().name().toLowerCase(Locale.ROOT),
                obligation.checks().stream()
                        .map(check -> "`" + check.id() + "`")
                        .collect(Collectors.joining(", ")),
                obligation.settled() ? "yes" : "no"));
    }

    private static String checks() {
        var texts = Obligations.texts(Language.ENGLISH);
        return Arrays.stream(Check.values())
                .map(check -> cells(List.of(
                        "`" + check.id() + "`",
                        texts.get("need." + check.need().name().toLowerCase(Locale.ROOT)))))
                .collect(Collectors.joining("\n", "| check | what is said where it was not made |\n|---|---|\n", "\n"));
    }

    private static String cells(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
