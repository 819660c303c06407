package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges;
import io.github.pscsdk.proxytools.internal.drift.KnownBreakingChanges.BreakingChange;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of what happened before, against the data that findings are compared with. */
class BreakingChangeTableTest {
    @Test
    void the_table_tells_what_the_drift_watch_knows() {
        var page = Repository.read("docs/drift.md");
        var known = KnownBreakingChanges.read().changes();

        var table = known.stream().map(BreakingChangeTableTest::row).toList();

        assertEquals(
                table,
                page.lines()
                        .filter(line -> line.matches("\\| `[a-z-]+` \\| 20.*"))
                        .toList());
    }

    private static String row(BreakingChange known) {
        return "| `" + known.id() + "` | " + known.when() + " | "
                + known.text(Locale.ENGLISH).name() + " |";
    }
}
