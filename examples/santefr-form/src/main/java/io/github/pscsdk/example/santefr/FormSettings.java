package io.github.pscsdk.example.santefr;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
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

    private record Document(
            int port,
            @JsonProperty(required = true) String database,
            @JsonProperty(required = true) Introspection introspection,
            Map<String, Object> psc,
            Map<String, String> guideAddresses) {}

    private record Introspection(
            @JsonProperty(required = true) String endpoint,
            @JsonProperty(required = true) String clientId,
            @JsonProperty(required = true) String clientSecret) {}

    /** Reads one file, and looks secrets up in those variables. */
    static FormConfiguration read(Path file, Map<String, String> variables) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            var document = DeclarationJson.read(bytes, Document.class);
            var introspection = document.introspection();
            var callers = IntrospectionClient.at(
                    URI.create(introspection.endpoint()), introspection.clientId(), introspection.clientSecret());
            var configuration = FormConfiguration.of(Path.of(document.database()), callers)
                    .withPort(document.port())
                    .withGuideAddresses(guideAddresses(document.guideAddresses()));
            if (document.psc().isEmpty()) {
                return configuration;
            }
            var written = new HashMap<String, String>();
            read(document.psc(), "psc", "psc", written);
            var reader = new SettingsReader(
                    file.toAbsolutePath().getParent(), variables, key -> Optional.ofNullable(written.get(key)));
            var psc = PscRegistration.read(reader);
            reader.check();
            return configuration.withPsc(psc);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
    }

    private static GuideAddresses guideAddresses(Map<String, String> settings) throws MalformedJsonException {
        var addresses = GuideAddresses.none();
        for (var setting : settings.entrySet()) {
            if (!GuideAddresses.links().contains(setting.getKey())) {
                throw new MalformedJsonException("guideAddresses has an unknown member");
            }
            addresses = addresses.with(setting.getKey(), setting.getValue());
        }
        return addresses;
    }

    /** The texts within a member, each by its key, such as {@code psc.client.id}. */
    private static void read(Object value, String name, String key, Map<String, String> written)
            throws MalformedJsonException {
        var isObject = MEMBERS.containsKey(name);
        if (isObject != value instanceof Map || !isObject && !(value instanceof String)) {
            throw new MalformedJsonException(key + (isObject ? " must be an object" : " must be a text"));
        }
        if (value instanceof Map<?, ?> members) {
            if (!MEMBERS.get(name).containsAll(members.keySet())) {
                throw new MalformedJsonException(key + " has an unknown member");
            }
            for (var member : members.entrySet()) {
                var inner = String.valueOf(member.getKey());
                read(member.getValue(), inner, key + "." + inner, written);
            }
        } else {
            written.put(key, (String) value);
        }
    }
}
