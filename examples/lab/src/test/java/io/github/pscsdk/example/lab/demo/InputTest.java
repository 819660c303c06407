package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
    @Test
    void a_missing_file_and_a_folder_are_refused(@TempDir Path folder) {
        for (var path : List.of(folder, folder.resolve("absent.csv"))) {
            var failure = assertThrows(PscException.class, () -> Input.of(Optional.of(path), Fixtures.TEXTS));

            assertEquals(CommandLineProblem.INPUT_UNREADABLE, failure.problem());
            assertTrue(failure.getMessage().contains(path.toString()), failure::getMessage);
        }
    }
}
