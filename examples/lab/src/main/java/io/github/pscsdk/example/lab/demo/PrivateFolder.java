package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A folder of our own. A temporary one is readable by this user alone.
 *
 * @param stays whether it is still there when it is closed
 */
record PrivateFolder(Path folder, boolean stays) implements AutoCloseable {
    /** That one, which stays; a temporary one if none is chosen. */
    static PrivateFolder create(Optional<Path> chosen) throws PscException {
        try {
            var folder =
                    chosen.isPresent() ? Files.createDirectories(chosen.get()) : Files.createTempDirectory("psc-demo-");
            return new PrivateFolder(folder, chosen.isPresent());
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(chosen.orElse(Path.of(System.getProperty("java.io.tmpdir"))), e);
        }
    }

    /** Where the form keeps its database, without a suffix. */
    Path database() {
        return file("declarations");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Removes the folder and what is in it, unless it stays. */
    @Override
    public void close() throws IOException {
        if (stays) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
