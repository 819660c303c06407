package io.github.pscsdk.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The checkout that this build runs in. */
public final class Repository {
    /** Its top folder; Maven starts the tests in the folder of the module. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Set<String> NO_SOURCES = Set.of("target", ".git");
    private static final List<Path> ALL = all();
    private static final boolean UPDATE = Boolean.getBoolean("update");

    private Repository() {}

    /** The tracked files with that ending, build output left out. */
    public static List<Path> files(String ending) {
        return ALL.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    private static List<Path> all() {
        var files = new TreeSet<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NO_SOURCES.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(files);
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
