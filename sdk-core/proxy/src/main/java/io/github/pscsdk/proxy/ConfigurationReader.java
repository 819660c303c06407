package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.limit.AttemptLimits;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.settings.ClientSettings;
import io.github.pscsdk.relyingparty.settings.EnvironmentSettings;
import io.github.pscsdk.relyingparty.settings.KeyStoreSettings;
import io.github.pscsdk.relyingparty.settings.SecretSettings;
import io.github.pscsdk.relyingparty.settings.Setting;
import io.github.pscsdk.relyingparty.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Makes a configuration of one file. Relative paths start at the file. */
final class ConfigurationReader {
    private final ConfigurationFile file;
    private final Path folder;
    private final SettingsReader settings;

    private ConfigurationReader(Path path, Map<String, String> variables) throws IOException {
        file = ConfigurationFile.read(path);
        folder = path.toAbsolutePath().getParent();
        settings = new SettingsReader(folder, variables);
    }

    /** Looks variables up in {@code variables}. */
    static ProxyConfiguration read(Path path, Map<String, String> variables) throws IOException {
        return new ConfigurationReader(path, variables).configuration();
    }

    private ProxyConfiguration configuration() {
        // In place of an environment that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = ProxyConfiguration.builder(environment().orElseGet(PscEnvironment::sandbox));
        file.bind().ifPresent(bind -> settings.value("bind", () -> builder.address(address(bind))));
        file.publicBaseUri().ifPresent(base -> settings.value("publicBaseUri", () -> builder.publicBaseUri(base)));
        each("clients", file.clients(), (key, client) -> client(key, client).ifPresent(builder::client));
        each("backends", file.backends(), (key, entry) -> settings.value(key, () -> builder.backend(backend(entry))));
        each("applications", file.applications(), (key, entry) -> settings.value(key, () -> add(entry, builder)));
        each(
                "trustedReverseProxies",
                file.trustedReverseProxies(),
                (key, address) ->
                        settings.value(key, () -> builder.trustedReverseProxy(ReverseProxies.parse(address))));
        file.limits().ifPresent(limits -> settings.value("limits", () -> builder.limits(limits(limits))));
        file.trustStore()
                .flatMap(store -> settings.authorities(keyStore("trustStore.", "file", store.file(), store.password())))
                .ifPresent(builder::trustedCertificates);
        file.traces().ifPresent(traces -> settings.value("traces", () -> keep(traces, builder)));
        if (file.conformityMode()) {
            builder.dangerouslyInConformityMode();
        }
        if (!file.clientProbe().orElse(true)) {
            builder.withoutClientProbe();
        }
        settings.check();
        return builder.build();
    }

    private static <T> void each(String key, List<T> entries, BiConsumer<String, T> use) {
        for (var i = 0; i < entries.size(); i++) {
            use.accept(key + "[" + i + "]", entries.get(i));
        }
    }

    private Optional<PscEnvironment> environment() {
        var environment = file.environment();
        return settings.environment(new EnvironmentSettings(
                Setting.of("environment.name", environment.name()),
                Setting.of("environment.issuer", environment.issuer()),
                Setting.of("environment.authorizationEndpoint", environment.authorizationEndpoint())));
    }

    private static InetSocketAddress address(ConfigurationFile.Bind bind) {
        var address = bind.address().map(ReverseProxies::parse).orElseGet(InetAddress::getLoopbackAddress);
        return new InetSocketAddress(address, bind.port());
    }

    private Optional<RegisteredClient> client(String key, ConfigurationFile.Client client) {
        var written = new ClientSettings(
                Setting.of(key + ".id", client.id()),
                Setting.of(key + ".method", client.method()),
                secret(key + ".secret", client.secret()),
                keyStore(key + ".", "keyStore", client.keyStore(), client.password()));
        var id = settings.text(written.id());
        var authentication = settings.authentication(written);
        return id.flatMap(known -> authentication.map(proof -> RegisteredClient.of(known, proof)));
    }

    private static KeyStoreSettings keyStore(
            String prefix, String key, Optional<String> file, Optional<ConfigurationFile.Secret> password) {
        return new KeyStoreSettings(Setting.of(prefix + key, file), secret(prefix + "password", password));
    }

    private static SecretSettings secret(String key, Optional<ConfigurationFile.Secret> secret) {
        return new SecretSettings(
                key,
                secret.flatMap(ConfigurationFile.Secret::value),
                secret.flatMap(ConfigurationFile.Secret::file),
                secret.flatMap(ConfigurationFile.Secret::variable));
    }

    private static Backend backend(ConfigurationFile.BackendEntry entry) {
        return entry.tokenEndpoint()
                .map(endpoint -> Backend.withTokenExchange(entry.name(), entry.baseUri(), endpoint, entry.scopes()))
                .orElseGet(() -> Backend.open(entry.name(), entry.baseUri()));
    }

    private static ProxyConfigurationBuilder add(
            ConfigurationFile.Application application, ProxyConfigurationBuilder builder) {
        return application.operator()
                ? builder.operator(application.name(), application.sha256())
                : builder.application(application.name(), application.sha256());
    }

    private static AttemptLimits limits(ConfigurationFile.Limits limits) {
        return new AttemptLimits(
                limits.perCaller().orElse(AttemptLimits.DEFAULT.perCaller()),
                limits.perNationalId().orElse(AttemptLimits.DEFAULT.perNationalId()),
                limits.window().map(ConfigurationReader::duration).orElse(AttemptLimits.DEFAULT.window()));
    }

    private ProxyConfigurationBuilder keep(ConfigurationFile.Traces traces, ProxyConfigurationBuilder builder) {
        return builder.traces(
                folder.resolve(traces.directory()),
                traces.retention().map(ConfigurationReader::duration).orElse(TraceFiles.DEFAULT_RETENTION));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a duration is written as ISO 8601 has it, such as P184D or PT10M", e);
        }
    }
}
