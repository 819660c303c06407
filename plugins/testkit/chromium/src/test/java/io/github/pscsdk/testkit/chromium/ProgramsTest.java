package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ProgramsTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void a_machine_without_them_skips_the_tests_and_says_loudly_what_to_install() {
        var programs = new Programs(Optional.empty(), Optional.empty());

        assertThrows(TestAbortedException.class, () -> programs.demand(false, said::add));

        assertEquals(1, said.size());
        assertTrue(said.get(0)
                .contains("apt-get install --no-install-recommends chromium-headless-shell chromium-driver"));
    }

    @Test
    void where_they_are_required_their_absence_is_a_failure_that_names_the_package() {
        var programs = new Programs(Optional.of(Path.of("chromium")), Optional.empty());

        var failure = assertThrows(AssertionFailedError.class, () -> programs.demand(true, said::add));

        assertTrue(failure.getMessage().contains("needs Debian's chromium-driver ("), failure::getMessage);
    }

    @Test
    void the_tests_go_on_where_both_are_there() {
        var programs = new Programs(Optional.of(Path.of("chromium")), Optional.of(Path.of("chromedriver")));

        programs.demand(true, said::add);

        assertEquals(List.of(), said);
    }
}
