package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration file of a stand-alone form. */
public final class ConfigurationReader {
    private static final Set<String> DOCUMENT =
            Set.of("port", "database", "postgresql", "introspection", "psc", "mostDrafts");
    private static final Set<String> INTROSPECTION = Set.of("endpoint", "clientId", "clientSecret");

    private ConfigurationReader() {}

    /**
     * Reads one file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a member is missing, unknown or wrong; the message names it
     */
    public static FormSettings read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            var document = JsonObject.read(bytes, DOCUMENT);
            var introspection = document.object("introspection", INTROSPECTION);
            return new FormSettings(
                    document.number("port", 0),
                    database(document),
                    URI.create(introspection.needed("endpoint")),
                    introspection.needed("clientId"),
                    introspection.needed("clientSecret"),
                    PscSettingsReader.of(document),
                    PostgresSettings.of(document),
                    mostDrafts(document));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
    }

    private static Optional<Integer> mostDrafts(JsonObject document) throws MalformedJsonException {
        return document.has("mostDrafts") ? Optional.of(document.number("mostDrafts", 0)) : Optional.empty();
    }

    private static Optional<Path> database(JsonObject document) throws MalformedJsonException {
        return document.has("postgresql") ? Optional.empty() : Optional.of(Path.of(document.needed("database")));
    }
}
