package io.github.pscsdk.plugin.cps.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One line of {@code middleware.txt}.
 *
 * @param what what is there
 * @param path where
 */
record MiddlewarePlace(What what, Path path) {
    /** What is looked for. */
    enum What {
        /** The PKCS #11 library. */
        MODULE,
        /** The program in which the code is typed. */
        GESTION,
        /** A file that tells Firefox where the library is. */
        REGISTRATION
    }

    static List<MiddlewarePlace> ofThisSystem() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var system = name.contains("windows") ? "windows" : name.contains("mac") ? "macos" : "linux";
        try (var in = MiddlewarePlace.class.getResourceAsStream("middleware.txt")) {
            return of(system, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the places of this archive", e);
        }
    }

    static List<MiddlewarePlace> of(String system, String data) {
        return data.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.strip().split("\\s+", 3))
                .filter(words -> words[0].equals(system))
                .map(words -> new MiddlewarePlace(What.valueOf(words[1].toUpperCase(Locale.ROOT)), Path.of(words[2])))
                .toList();
    }
}
