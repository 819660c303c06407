package io.github.pscsdk.example.santefr;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration file of a stand-alone form, such as {@code form.example.json}. */
final class FormSettings {
    private FormSettings() {}

    private record Document(
            int port,
            @JsonProperty(required = true) String database,
            @JsonProperty(required = true) Introspection introspection,
            Optional<Psc> psc,
            Map<String, String> guideAddresses) {}

    private record Introspection(
            @JsonProperty(required = true) String endpoint,
            @JsonProperty(required = true) String clientId,
            @JsonProperty(required = true) String clientSecret) {}

    /** The members that there may be; their texts are read by {@link SettingsReader}. */
    private record Psc(
            String publicBaseUri,
            Environment environment,
            Client client,
            Acr acr,
            Login login,
            TrustStore trustStore,
            HttpProxy httpProxy) {}

    private record Environment(String name, String issuer, String authorizationEndpoint) {}

    private record Client(String id, String method, Secret secret, String keyStore, Secret password) {}

    private record Acr(String accepted, String required) {}

    private record Login(String prompt, String maxAge, String identityProvider) {}

    private record TrustStore(String file, Secret password) {}

    private record HttpProxy(String address, String user, Secret password, String except) {}

    private record Secret(String file, String variable, String value) {}

    /**
     * Reads one file, and looks secrets up in those variables.
     *
     * @throws IllegalArgumentException if members are missing or wrong; the message names them, never their values
     */
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
            var written = DeclarationJson.readTolerantly(bytes, JsonNode.class);
            var reader = new SettingsReader(file.toAbsolutePath().getParent(), variables, key -> text(written, key));
            var psc = PscRegistration.read(reader);
            reader.check();
            return configuration.withPsc(psc);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
    }

    /** The text of a key such as {@code psc.client.id}. */
    private static Optional<String> text(JsonNode document, String key) {
        return Optional.ofNullable(document.at("/" + key.replace('.', '/')).textValue());
    }

    private static GuideAddresses guideAddresses(Map<String, String> settings) {
        var addresses = GuideAddresses.none();
        for (var setting : settings.entrySet()) {
            addresses = addresses.with(setting.getKey(), setting.getValue());
        }
        return addresses;
    }
}
