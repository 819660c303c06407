package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.santefr.introspection.TokenIntrospection;
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

/** Reads the configuration file of a stand-alone form, such as {@code form.example.json}. */
final class FormSettings {
    private static final Set<String> DOCUMENT = Set.of("port", "database", "introspection", "psc", "guideAddresses");
    private static final Set<String> INTROSPECTION = Set.of("endpoint", "clientId", "clientSecret");
    private static final Set<String> SECRET = Set.of("file", "variable", "value");

    /** The members of each object within {@code psc}. */
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

    private FormSettings() {}

    /** Reads one file, and looks secrets up in those variables. */
    static FormConfiguration read(Path file, Map<String, String> variables) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            var document = JsonObject.read(bytes, DOCUMENT);
            var introspection = document.object("introspection", INTROSPECTION);
            var callers = TokenIntrospection.at(
                    URI.create(introspection.needed("endpoint")),
                    introspection.needed("clientId"),
                    introspection.needed("clientSecret"));
            var configuration = FormConfiguration.of(Path.of(document.needed("database")), callers)
                    .withPort(document.number("port", 0))
                    .withGuideAddresses(guideAddresses(document));
            if (!document.has("psc")) {
                return configuration;
            }
            var written = new HashMap<String, String>();
            read(document, "", "psc", written);
            var reader = new SettingsReader(
                    file.toAbsolutePath().getParent(), variables, key -> Optional.ofNullable(written.get(key)));
            var psc = PscRegistration.read(reader);
            reader.check();
            return configuration.withPsc(psc);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
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

    /** The texts of a member and of those within it, each by its key, such as {@code psc.client.id}. */
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
}
