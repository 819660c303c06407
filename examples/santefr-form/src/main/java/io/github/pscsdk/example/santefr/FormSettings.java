package io.github.pscsdk.example.santefr;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.santefr.introspection.TokenIntrospection;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.relyingparty.internal.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.internal.settings.Setting;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Reads the configuration file of a stand-alone form, such as {@code form.example.json}. */
final class FormSettings {
    private static final Set<String> DOCUMENT = Set.of("port", "database", "introspection", "psc", "guideAddresses");
    private static final Set<String> INTROSPECTION = Set.of("endpoint", "clientId", "clientSecret");
    private static final Set<String> PSC =
            Set.of("publicBaseUri", "environment", "client", "acr", "login", "trustStore", "httpProxy");
    private static final Set<String> ENVIRONMENT = Set.of("name", "issuer", "authorizationEndpoint");
    private static final Set<String> CLIENT = Set.of("id", "method", "secret", "keyStore", "password");
    private static final Set<String> ACR = Set.of("accepted", "required");
    private static final Set<String> LOGIN = Set.of("prompt", "maxAge", "identityProvider");
    private static final Set<String> HTTP_PROXY = Set.of("address", "user", "password", "except");
    private static final Set<String> TRUST_STORE = Set.of("file", "password");
    private static final Set<String> SECRET = Set.of("file", "variable", "value");

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
            var reader = new SettingsReader(file.toAbsolutePath().getParent(), variables);
            var psc = PscRegistration.read(psc(document.object("psc", PSC)), reader);
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

    private static RelyingPartySettings psc(JsonObject psc) throws MalformedJsonException {
        var environment = psc.object("environment", ENVIRONMENT);
        var client = psc.object("client", CLIENT);
        var acr = psc.object("acr", ACR);
        var login = psc.object("login", LOGIN);
        var proxy = psc.object("httpProxy", HTTP_PROXY);
        return new RelyingPartySettings(
                setting(psc, "psc.", "publicBaseUri"),
                new RelyingPartySettings.Environment(
                        setting(environment, "psc.environment.", "name"),
                        setting(environment, "psc.environment.", "issuer"),
                        setting(environment, "psc.environment.", "authorizationEndpoint")),
                new RelyingPartySettings.Client(
                        setting(client, "psc.client.", "id"),
                        setting(client, "psc.client.", "method"),
                        secret(client, "psc.client.", "secret"),
                        keyStore(client, "psc.client.", "keyStore")),
                new RelyingPartySettings.Acr(
                        setting(acr, "psc.acr.", "accepted"), setting(acr, "psc.acr.", "required")),
                new RelyingPartySettings.Login(
                        setting(login, "psc.login.", "prompt"),
                        setting(login, "psc.login.", "maxAge"),
                        setting(login, "psc.login.", "identityProvider")),
                keyStore(psc.object("trustStore", TRUST_STORE), "psc.trustStore.", "file"),
                new RelyingPartySettings.HttpProxy(
                        setting(proxy, "psc.httpProxy.", "address"),
                        setting(proxy, "psc.httpProxy.", "user"),
                        secret(proxy, "psc.httpProxy.", "password"),
                        setting(proxy, "psc.httpProxy.", "except")));
    }

    private static Setting setting(JsonObject owner, String prefix, String name) throws MalformedJsonException {
        return new Setting(prefix + name, owner.text(name));
    }

    private static Setting.KeyStoreFile keyStore(JsonObject owner, String prefix, String name)
            throws MalformedJsonException {
        return new Setting.KeyStoreFile(setting(owner, prefix, name), secret(owner, prefix, "password"));
    }

    private static Setting.Secret secret(JsonObject owner, String prefix, String name) throws MalformedJsonException {
        var source = owner.object(name, SECRET);
        return new Setting.Secret(prefix + name, source.text("value"), source.text("file"), source.text("variable"));
    }
}
