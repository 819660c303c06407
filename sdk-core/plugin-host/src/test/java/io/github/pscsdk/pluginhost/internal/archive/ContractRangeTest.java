package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRangeTest {

    @ParameterizedTest
    @ValueSource(strings = {">=1.0.0 & <2.0.0", "^1.0.0", "~1.2.0", "1.x", "1.0 - 1.9", "(>=1.0.0) & (<2.0.0)"})
    void a_range_with_an_upper_bound_that_holds_the_contract_passes(String requires) {
        assertDoesNotThrow(() -> manifest(requires).checkContract("1.2.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "~", ">=1.0.0 & ", "9"})
    void sixty_thousand_brackets_are_refused_unread_and_not_repeated(String repeated) throws Throwable {
        var manifest = manifest(repeated.repeat(60_000) + "1.0.0");
        var refused = new AtomicReference<Refusal>();

        var taken = AllocatedBytes.during(
                () -> refused.set(assertThrows(Refusal.class, () -> manifest.checkContract("1.0.0"))));

        assertTrue(taken < 2 << 20, () -> "nothing was parsed: " + taken + " bytes");
        var finding = refused.get().about("any.jar").get(0);
        assertSame(PluginProblem.INCOMPATIBLE, finding.problem());
        assertEquals("has an unreadable Plugin-Requires", finding.facts().get("reason"));
        assertTrue(finding.facts().get("requires").length() <= 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((((", ">=99999999999999999999.0.0 & <2", "[1.0,2.0)", "\0", "1..0", "^"})
    void what_the_parser_cannot_read_is_refused(String requires) {
        assertThrows(Refusal.class, () -> manifest(requires).checkContract("1.0.0"));
    }

    @Test
    void brackets_that_fit_are_read() {
        var requires = "(".repeat(40) + "<2.0.0" + ")".repeat(40);

        assertDoesNotThrow(() -> manifest(requires).checkContract("1.0.0"));
    }

    private static PluginManifest manifest(String requires) {
        return new PluginManifest("any", "1.0.0", Optional.of(requires));
    }
}
