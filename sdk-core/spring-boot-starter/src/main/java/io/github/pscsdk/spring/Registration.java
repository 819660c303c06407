package io.github.pscsdk.spring;

import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.settings.Setting;
import io.github.pscsdk.relyingparty.settings.SettingsReader;
import io.github.pscsdk.spring.PscProperties.SecretProperties;
import io.github.pscsdk.spring.PscProperties.StoreProperties;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the settings {@code psc.*} describe. Relative paths start at the working directory. */
final class Registration {
    private final RelyingPartySettings settings;
    private final Map<String, String> variables;
    private final boolean describesClient;

    Registration(PscProperties properties, Map<String, String> variables) {
        this.settings = settings(properties);
        this.variables = variables;
        this.describesClient = properties.client() != null;
    }

    PscSite site() {
        var reader = reader();
        var site = reader.publicBaseUri(settings.publicBaseUri());
        if (site.isEmpty() && describesClient) {
            // Fails, and tells what else is wrong. An application with a relying party of its own has no client here.
            relyingParty();
        }
        reader.check();
        return new PscSite(site.orElseThrow().value());
    }

    RelyingPartyBuilder relyingParty() {
        return reader().relyingParty(settings, PscAddresses.CALLBACK, PscAddresses.SIGNED_OUT);
    }

    private SettingsReader reader() {
        return new SettingsReader(Path.of(""), variables);
    }

    private static RelyingPartySettings settings(PscProperties psc) {
        var environment = Optional.ofNullable(psc.environment());
        var client = Optional.ofNullable(psc.client());
        return new RelyingPartySettings(
                setting("public-base-uri", Optional.of(psc), PscProperties::publicBaseUri),
                new RelyingPartySettings.Environment(
                        setting("environment.name", environment, PscProperties.EnvironmentProperties::name),
                        setting("environment.issuer", environment, PscProperties.EnvironmentProperties::issuer),
                        setting(
                                "environment.authorization-endpoint",
                                environment,
                                PscProperties.EnvironmentProperties::authorizationEndpoint)),
                new RelyingPartySettings.Client(
                        setting("client.id", client, PscProperties.ClientProperties::id),
                        setting("client.method", client, PscProperties.ClientProperties::method),
                        secret("client.secret", client.map(PscProperties.ClientProperties::secret)),
                        keyStore("client.key-store", client.map(PscProperties.ClientProperties::keyStore))),
                keyStore("trust-store", Optional.ofNullable(psc.trustStore())));
    }

    private static <T> Setting setting(String key, Optional<T> owner, Function<T, ?> value) {
        return Setting.of("psc." + key, owner.map(value));
    }

    private static Setting.KeyStoreFile keyStore(String key, Optional<StoreProperties> store) {
        return new Setting.KeyStoreFile(
                setting(key + ".file", store, StoreProperties::file),
                secret(key + ".password", store.map(StoreProperties::password)));
    }

    private static Setting.Secret secret(String key, Optional<SecretProperties> secret) {
        return new Setting.Secret(
                "psc." + key,
                secret.map(SecretProperties::value),
                secret.map(SecretProperties::file).map(Path::toString),
                secret.map(SecretProperties::variable));
    }
}
