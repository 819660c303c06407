package io.github.pscsdk.pluginhost;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedArchivesTest {
    // FIPS 180-2, appendix B.1.
    private static final String SUM_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void an_archive_of_that_sum_passes_and_any_other_is_refused_with_its_sum() throws Exception {
        var archive = Files.writeString(folder.resolve("any.jar"), "abc");

        assertDoesNotThrow(() -> new PinnedArchives(Optional.of(Set.of(SUM_OF_ABC))).check(archive));
        var refusal = assertThrows(Refusal.class, () -> new PinnedArchives(Optional.of(Set.of())).check(archive));

        assertEquals(SUM_OF_ABC, refusal.about("any.jar").get(0).facts().get("sha256"));
    }

    @Test
    void the_sum_of_a_large_archive_takes_no_memory() throws Throwable {
        var archive = OddFiles.sparse(folder.resolve("large.jar"), 64 << 20);
        var pins = new PinnedArchives(Optional.of(Set.of()));

        var taken = AllocatedBytes.during(() -> assertThrows(Refusal.class, () -> pins.check(archive)));

        assertTrue(taken < 8 << 20, () -> taken + " bytes");
    }
}
