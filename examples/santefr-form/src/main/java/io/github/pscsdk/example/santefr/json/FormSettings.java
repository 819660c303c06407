package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration file of a stand-alone form.
 *
 * @param port 0 picks a free one
 * @param database the database file without its suffix; empty where there is PostgreSQL
 * @param introspectionEndpoint where API tokens are introspected
 * @param clientId the form's name there
 * @param clientSecret the form's secret there
 * @param isPscGiven whether the form is a client of Pro Santé Connect; else it is an API alone
 * @param postgres that database
 * @param mostDrafts how many drafts one professional may have; empty for the usual number
 * @param guideAddresses what the published login guide does not give
 * @param written the settings of Pro Santé Connect and the secrets, by their keys
 */
public record FormSettings(
        int port,
        Optional<Path> database,
        URI introspectionEndpoint,
        String clientId,
        String clientSecret,
        boolean isPscGiven,
        Optional<PostgresSettings> postgres,
        Optional<Integer> mostDrafts,
        GuideAddresses guideAddresses,
        Map<String, String> written)
        implements SettingsReader.Source {
    private static final Set<String> DOCUMENT =
            Set.of("port", "database", "postgresql", "introspection", "psc", "mostDrafts", "guideAddresses");
    private static final Set<String> INTROSPECTION = Set.of("endpoint", "clientId", "clientSecret");
    private static final Set<String> POSTGRES = Set.of("url", "user", "password");
    private static final Set<String> SECRET = Set.of("file", "variable", "value");

    /** The members of each object within {@code psc}, and of the secret of PostgreSQL. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "psc", Set.of("publicBaseUri", "environment", "client", "acr", "login", "trustStore", "httpProxy"),
            "environment", Set.of("name", "issuer", "authorizationEndpoint"),
            "client", Set.of("id", "method", "secret", "keyStore", "password"),
            "acr", Set.of("accepted", "required"),
            "login", Set.of("prompt", "maxAge", "identityProvider"),
            "httpProxy", Set.of("address", "user", "password", "except"),
            "trustStore", Set.of("file", "password"),
            "secret", SECRET,
            "password", SECRET);

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
            Map<String, String> written = new HashMap<>();
            read(document, "", "psc", written);
            var postgres = postgres(document, written);
            return new FormSettings(
                    document.number("port", 0),
                    database(document),
                    URI.create(introspection.needed("endpoint")),
                    introspection.needed("clientId"),
                    introspection.needed("clientSecret"),
                    document.has("psc"),
                    postgres,
                    mostDrafts(document),
                    guideAddresses(document),
                    written);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
    }

    private static Optional<Integer> mostDrafts(JsonObject document) throws MalformedJsonException {
        return document.has("mostDrafts") ? Optional.of(document.number("mostDrafts", 0)) : Optional.empty();
    }

    private static GuideAddresses guideAddresses(JsonObject document) throws MalformedJsonException {
        var addresses = GuideAddresses.none();
        if (!document.has("guideAddresses")) {
            return addresses;
        }
        var members = document.object("guideAddresses", GuideAddresses.links());
        for (var link : GuideAddresses.links()) {
            var setting = members.text(link);
            if (setting.isPresent()) {
                addresses = addresses.with(link, setting.get());
            }
        }
        return addresses;
    }

    private static Optional<Path> database(JsonObject document) throws MalformedJsonException {
        return document.has("postgresql") ? Optional.empty() : Optional.of(Path.of(document.needed("database")));
    }

    private static Optional<PostgresSettings> postgres(JsonObject document, Map<String, String> written)
            throws MalformedJsonException {
        if (!document.has("postgresql")) {
            return Optional.empty();
        }
        var members = document.object("postgresql", POSTGRES);
        read(members, "postgresql.", "password", written);
        return Optional.of(new PostgresSettings(members.needed("url"), members.needed("user")));
    }

    private static void read(JsonObject owner, String prefix, String name, Map<String, String> written)
            throws MalformedJsonException {
        if (MEMBERS.containsKey(name)) {
            var members = owner.object(name, MEMBERS.get(name));
            for (var member : MEMBERS.get(name)) {
                read(members, prefix + name + ".", member, written);
            }
        } else {
            owner.text(name).ifPresent(text -> written.put(prefix + name, text));
        }
    }

    @Override
    public Optional<String> value(String key) {
        return Optional.ofNullable(written.get(key));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "FormSettings[port=" + port + "]";
    }

    /**
     * A database of PostgreSQL in the configuration file, but for its password.
     *
     * @param url of JDBC
     * @param user who may make tables
     */
    public record PostgresSettings(String url, String user) {}
}
