package io.github.pscsdk.plugin.cps.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A PKCS #11 manifest of Firefox: JSON of which only one member matters. */
final class ModuleRegistration {
    private static final Pattern PATH = Pattern.compile("\"path\"\\s*:\\s*\"([^\"\\\\]+)\"");

    private ModuleRegistration() {}

    /** The module that the file names; none where it names none. */
    static List<Path> modules(Path file) {
        try {
            var found = PATH.matcher(Files.readString(file));
            return found.find() ? List.of(Path.of(found.group(1))) : List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
