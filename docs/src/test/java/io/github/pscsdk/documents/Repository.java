package io.github.pscsdk.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout that this build runs in. */
public final class Repository {
    /** Its top folder; Maven starts the tests in the folder of the module. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final boolean UPDATE = Boolean.getBoolean("update");

    private Repository() {}

    /** The tracked files with that ending, build output left out. */
    public static List<Path> files(String ending) {
        try (var all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file named from the top folder. */
    public static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The recorded text of a generated file. {@code mvn verify -Dupdate=true} records {@code current} first, so that the
     * change shows up in review.
     */
    public static String recorded(String file, String current) {
        var path = ROOT.resolve(file);
        try {
            if (UPDATE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, current);
            }
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
