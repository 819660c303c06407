package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of dials, against those that the simulator has. */
class DialTableTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (?<dials>`[^|]+) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    @Test
    void the_table_names_every_dial_and_no_other() {
        var dials = Dial.all().stream()
                .map(dial -> dial.name().startsWith("fault-") ? "fault-" : dial.name())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(dials, new TreeSet<>(named()));
    }

    private static Set<String> named() {
        var page = Repository.read("docs/simulator.md");
        var section = page.substring(page.indexOf("## Turn the dials"), page.indexOf("## What it is strict about"));
        return ROW.matcher(section)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }
}
