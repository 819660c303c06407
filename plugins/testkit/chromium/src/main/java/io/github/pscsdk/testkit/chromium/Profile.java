package io.github.pscsdk.testkit.chromium;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder in which one browser keeps what it remembers. */
record Profile(Path folder) {
    static Profile create() {
        try {
            return new Profile(Files.createTempDirectory("chromium-of-a-test"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the browser's profile", e);
        }
    }

    /** Removes it. What a browser writes while it ends stays; the system clears its temporary folder. */
    void remove() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // Somebody else was quicker.
        }
    }
}
