package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.Scenario;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScenesTableTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void the_table_names_every_scenario_that_comes_along_and_no_other() {
        var page = Repository.read("docs/simulator.md");
        var table = page.substring(page.indexOf("| scenario | what happens |"), page.indexOf("## One browser"));

        assertEquals(
                Scenario.SCENES,
                ROW.matcher(table).results().map(row -> row.group(1)).toList());
    }
}
