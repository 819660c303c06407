package io.github.pscsdk.proxy.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.conformity.Breakages.Breakage;
import io.github.pscsdk.proxy.internal.conformity.json.ObligationFile;
import io.github.pscsdk.proxy.internal.conformity.obligation.Check;
import io.github.pscsdk.proxy.internal.conformity.obligation.Obligation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code proxy-esante conformity} at a vendor who has done everything, and who then has one thing wrong at a time. */
class ConformityIT {
    @AutoClose
    private static Installation installation;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        installation = new Installation(folder);
    }

    static Stream<Breakage> breakages() {
        return Breakages.shown();
    }

    @Test
    void whoever_has_done_everything_has_met_all_that_a_machine_can_settle() throws Exception {
        var settled = ObligationFile.builtIn().all().stream()
                .filter(Obligation::settled)
                .map(Obligation::id)
                .collect(Collectors.toCollection(TreeSet::new));

        var printed = Printed.of(installation.everything());

        assertEquals(Set.of(), printed.checks("FAILED"), printed::toString);
        assertEquals(Set.of(), printed.checks("UNSEEN"), printed::toString);
        assertEquals(settled, printed.obligations("MET"), printed::toString);
        assertEquals(Set.of(), printed.obligations("NOT_MET"));
        assertEquals(0, printed.run().exitCode());
        assertEquals(9, settled.size());
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void one_thing_that_is_wrong_leaves_its_obligations_unmet_and_no_others(Breakage breakage) throws Exception {
        breakage.assertSeen(installation);
    }

    @Test
    void every_check_is_broken_by_one_of_these_tests() {
        var broken = Breakages.all()
                .flatMap(breakage -> breakage.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Arrays.asList(Check.values())), broken);
    }

    @Test
    void a_clock_is_moved_only_where_that_is_allowed() throws Exception {
        var before = installation.now();

        var printed = Printed.of(installation.simulator());

        assertTrue(printed.checks("UNSEEN").contains(Check.SESSION_AUTOMATIC_END.id()), printed::toString);
        assertTrue(printed.checks("PASSED").contains(Check.SESSION_EXPLICIT_END.id()), printed::toString);
        assertTrue(installation.now().isBefore(before.plusSeconds(600)));
    }
}
