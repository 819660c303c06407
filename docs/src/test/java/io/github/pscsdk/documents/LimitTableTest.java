package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.proxy.settings.TrafficLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of limits, against those that the proxy has. */
class LimitTableTest {
    private static final AttemptLimits LIMITS = AttemptLimits.DEFAULT;

    private static List<String> rows() {
        var page = Repository.read("docs/run-a-proxy.md");
        var section = page.substring(page.indexOf("## How often"), page.indexOf("## How much"));
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split(" \\| "))
                .map(cells -> cells[1] + ", " + cells[3].replaceAll("[`| ]", ""))
                .toList();
    }

    private static String within(int attempts) {
        return attempts + " within " + LIMITS.window().toMinutes() + " minutes, 429,"
                + LoginProblem.TOO_MANY_ATTEMPTS.code();
    }

    @Test
    void the_table_has_the_limits_of_the_code() {
        assertEquals(
                List.of(
                        within(LIMITS.perCaller()),
                        within(LIMITS.perNationalId()),
                        "1 at a time, 409," + LoginProblem.LOGIN_ALREADY_PENDING.code(),
                        within(LIMITS.codesPerCaller())),
                rows());
    }

    @Test
    void the_configuration_has_the_defaults_of_the_code() {
        var defaults = "| " + LIMITS.perCaller() + ", " + LIMITS.perNationalId() + ", `" + LIMITS.window() + "` |";

        assertTrue(Repository.read("docs/run-a-proxy.md").contains(defaults), defaults);
        var traffic = TrafficLimits.DEFAULT;
        var others = "| " + traffic.bodyBytes() + ", " + traffic.connectionsPerAddress() + " |";
        assertTrue(Repository.read("docs/run-a-proxy.md").contains(others), others);
    }
}
