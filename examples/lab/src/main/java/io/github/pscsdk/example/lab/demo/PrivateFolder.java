package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A folder of our own, readable by this user alone. */
final class PrivateFolder implements AutoCloseable {
    private final Path folder;
    private final boolean keep;

    private PrivateFolder(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /**
     * Where it is.
     *
     * @param folder one that was chosen; below the temporary one where none was
     * @param stays whether it is still there when it is closed
     */
    record Place(Optional<Path> folder, boolean stays) {
        static final Place TEMPORARY = new Place(Optional.empty(), false);
        static final Place KEPT = new Place(Optional.empty(), true);

        /** A chosen one, which stays. */
        static Place of(Path folder) {
            return new Place(Optional.of(folder), true);
        }
    }

    static PrivateFolder create(Place place) throws PscException {
        var folder = place.folder();
        try {
            return new PrivateFolder(
                    folder.isPresent() ? Files.createDirectories(folder.get()) : Files.createTempDirectory("psc-demo-"),
                    place.stays());
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(folder.orElse(Path.of(System.getProperty("java.io.tmpdir"))), e);
        }
    }

    /** Where the form keeps its database, without a suffix. */
    Path database() {
        return folder.resolve("declarations");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file for whoever looks at what was kept. */
    Path write(String name, String content) throws PscException {
        try {
            return Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new PscException(LabProblem.SERVER_NOT_STARTED, file(name) + " cannot be written", e);
        }
    }

    /** Removes the folder and what is in it, unless it is to be kept. */
    @Override
    public void close() throws IOException {
        if (keep) {
            return;
        }
        for (var path : deepestFirst()) {
            Files.deleteIfExists(path);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
