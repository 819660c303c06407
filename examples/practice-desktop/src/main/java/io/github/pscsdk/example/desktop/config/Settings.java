package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The lines of one file, and which of them were asked for. For one thread. */
final class Settings {
    private final Map<String, String> lines = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Path folder;

    private Settings(Path folder) {
        this.folder = folder;
    }

    static Settings of(Properties properties, Path folder) {
        var settings = new Settings(folder);
        properties
                .stringPropertyNames()
                .forEach(name ->
                        settings.lines.put(name, properties.getProperty(name).strip()));
        return settings;
    }

    String needed(String name) throws PscException {
        return value(name).orElseThrow(() -> unusable(name, "is missing"));
    }

    URI uri(String name) throws PscException {
        try {
            return URI.create(needed(name));
        } catch (IllegalArgumentException e) {
            throw unusable(name, "is no address");
        }
    }

    Path path(String name, Path otherwise) throws PscException {
        try {
            return value(name).map(this::resolved).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            throw unusable(name, "is no path");
        }
    }

    Path resolved(String text) {
        return folder.resolve(text);
    }

    <T> T as(String name, String otherwise, Function<String, T> reading) throws PscException {
        try {
            return reading.apply(value(name).orElse(otherwise));
        } catch (IllegalArgumentException e) {
            throw unusable(name, "cannot be used");
        }
    }

    /** As it stands, or in a file ({@code name.file}), or in a variable of the environment ({@code name.variable}). */
    String secret(String name, Map<String, String> variables) throws PscException {
        var written = value(name);
        var file = value(name + ".file");
        var variable = value(name + ".variable");
        if (written.isPresent()) {
            return written.get();
        }
        if (file.isPresent()) {
            return content(name + ".file", resolved(file.get()));
        }
        return variable.map(variables::get).orElseThrow(() -> unusable(name, "is missing"));
    }

    /** Refuses a setting that nobody reads, such as a misspelt one. */
    void checkAllKnown() throws PscException {
        for (var name : lines.keySet()) {
            if (!known.contains(name)) {
                throw unusable(name, "is no setting of this software");
            }
        }
    }

    private static String content(String name, Path file) throws PscException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unusable(name, "cannot be read");
        }
    }

    private Optional<String> value(String name) {
        known.add(name);
        return Optional.ofNullable(lines.get(name)).filter(value -> !value.isEmpty());
    }

    private static PscException unusable(String name, String why) {
        return new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "the setting " + name + " " + why);
    }
}
