package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @Test
    void a_temporary_one_goes_with_what_is_in_it_and_a_chosen_one_stays(@TempDir Path chosen) throws Exception {
        var temporary = PrivateFolder.create(Optional.empty());
        try (temporary) {
            Files.writeString(Files.createDirectory(temporary.file("deep")).resolve("file"), "");
        }
        assertFalse(Files.exists(temporary.folder()));

        PrivateFolder.create(Optional.of(chosen)).close();
        assertTrue(Files.exists(chosen));
    }
}
