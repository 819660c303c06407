package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.JsonObject;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.relyingparty.settings.ClientSettings;
import io.github.pscsdk.relyingparty.settings.EnvironmentSettings;
import io.github.pscsdk.relyingparty.settings.KeyStoreSettings;
import io.github.pscsdk.relyingparty.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.settings.SecretSettings;
import io.github.pscsdk.relyingparty.settings.Setting;
import java.util.Optional;
import java.util.Set;

/** The member {@code psc} of the configuration file: the form as a client of Pro Santé Connect. */
final class PscSettingsReader {
    private static final Set<String> DOCUMENT = Set.of("publicBaseUri", "environment", "client", "trustStore");
    private static final Set<String> ENVIRONMENT = Set.of("name", "issuer", "authorizationEndpoint");
    private static final Set<String> CLIENT = Set.of("id", "method", "secret", "keyStore", "password");
    private static final Set<String> TRUST_STORE = Set.of("file", "password");
    private static final Set<String> SECRET = Set.of("file", "variable", "value");

    private PscSettingsReader() {}

    static Optional<RelyingPartySettings> of(JsonObject document) throws MalformedJsonException {
        if (!document.has("psc")) {
            return Optional.empty();
        }
        var psc = document.object("psc", DOCUMENT);
        var environment = psc.object("environment", ENVIRONMENT);
        var client = psc.object("client", CLIENT);
        return Optional.of(new RelyingPartySettings(
                setting(psc, "psc.", "publicBaseUri"),
                new EnvironmentSettings(
                        setting(environment, "psc.environment.", "name"),
                        setting(environment, "psc.environment.", "issuer"),
                        setting(environment, "psc.environment.", "authorizationEndpoint")),
                new ClientSettings(
                        setting(client, "psc.client.", "id"),
                        setting(client, "psc.client.", "method"),
                        secret(client, "psc.client.", "secret"),
                        keyStore(client, "psc.client.", "keyStore")),
                keyStore(psc.object("trustStore", TRUST_STORE), "psc.trustStore.", "file")));
    }

    private static Setting setting(JsonObject owner, String prefix, String name) throws MalformedJsonException {
        return new Setting(prefix + name, owner.text(name));
    }

    private static KeyStoreSettings keyStore(JsonObject owner, String prefix, String name)
            throws MalformedJsonException {
        return new KeyStoreSettings(setting(owner, prefix, name), secret(owner, prefix, "password"));
    }

    /** A secret by where it is: the member {@code name} of that owner. */
    static SecretSettings secret(JsonObject owner, String prefix, String name) throws MalformedJsonException {
        var source = owner.object(name, SECRET);
        return new SecretSettings(prefix + name, source.text("value"), source.text("file"), source.text("variable"));
    }
}
