package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.settings.AddressRange;
import io.github.pscsdk.proxy.settings.AttemptLimits;
import io.github.pscsdk.proxy.settings.Backend;
import io.github.pscsdk.proxy.settings.OperationSettings;
import io.github.pscsdk.proxy.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.settings.ProxyConfigurationBuilder;
import io.github.pscsdk.proxy.settings.RegisteredClient;
import io.github.pscsdk.proxy.settings.TraceSettings;
import io.github.pscsdk.proxy.settings.TrafficLimits;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.settings.Setting;
import io.github.pscsdk.relyingparty.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
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

/** Makes a configuration of one file, whose text it has read, and of the files that this one names. Relative paths start at the file. */
public final class ConfigurationReader {
    private static final ConfigurationFile.Client NO_CLIENT = new ConfigurationFile.Client(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final ConfigurationFile file;
    private final Path folder;
    private final SettingsReader settings;

    private ConfigurationReader(ConfigurationFile file, Path folder, Map<String, String> variables) {
        this.file = file;
        this.folder = folder;
        this.settings = new SettingsReader(folder, variables);
    }

    /** Looks variables up in {@code variables}. */
    public static ProxyConfiguration read(Path path, Map<String, String> variables) throws IOException {
        return read(ConfigurationFile.read(path), path.toAbsolutePath().getParent(), variables);
    }

    /** Makes a configuration of a text that was read before, and of the files that it names as they are now. */
    public static ProxyConfiguration read(ConfigurationFile file, Path folder, Map<String, String> variables) {
        return new ConfigurationReader(file, folder, variables).configuration();
    }

    private ProxyConfiguration configuration() {
        // In place of an environment that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = ProxyConfiguration.builder(environment().orElseGet(PscEnvironment::sandbox));
        file.bind().ifPresent(bind -> settings.value("bind", () -> builder.address(address(bind))));
        file.publicBaseUri().ifPresent(base -> settings.value("publicBaseUri", () -> builder.publicBaseUri(base)));
        acr().ifPresent(builder::acrPolicy);
        each("clients", file.clients(), (key, client) -> client(key, client).ifPresent(builder::client));
        each("backends", file.backends(), (key, entry) -> backend(key, entry).ifPresent(builder::backend));
        each("applications", file.applications(), (key, entry) -> add(key, entry, builder));
        each(
                "trustedReverseProxies",
                file.trustedReverseProxies(),
                (key, address) ->
                        settings.value(key, () -> builder.trustedReverseProxies(AddressRange.parse(address))));
        file.limits()
                .ifPresent(limits -> settings.value(
                        "limits", () -> builder.limits(limits(limits)).traffic(traffic(limits))));
        file.operation()
                .ifPresent(operation -> settings.value("operation", () -> builder.operation(operation(operation))));
        file.trustStore()
                .flatMap(store -> settings.authorities(keyStore("trustStore", store)))
                .ifPresent(builder::trustedCertificates);
        var stores = new StoreReader(settings, folder);
        var ring = file.store().flatMap(store -> stores.ring(store.keyRing()));
        file.store().flatMap(store -> stores.source(store, ring)).ifPresent(builder::stores);
        file.traces().ifPresent(traces -> keep(traces, ring, builder));
        file.login().ifPresent(login -> builder.browserLoginOptions(settings.login(written(login))));
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
        return settings.environment(new RelyingPartySettings.Environment(
                Setting.of("environment.name", environment.name()),
                Setting.of("environment.issuer", environment.issuer()),
                Setting.of("environment.authorizationEndpoint", environment.authorizationEndpoint())));
    }

    private Optional<AcrPolicy> acr() {
        if (file.acr().accepted().filter(List::isEmpty).isPresent()) {
            return settings.fault("acr.accepted", "names no level of assurance");
        }
        return settings.acr(new RelyingPartySettings.Acr(
                Setting.of("acr.accepted", file.acr().accepted().map(levels -> String.join(",", levels))),
                Setting.of("acr.required", file.acr().required())));
    }

    private static RelyingPartySettings.Login written(ConfigurationFile.Login login) {
        return new RelyingPartySettings.Login(
                Setting.of("login.prompt", login.prompt()),
                Setting.of("login.maxAge", login.maxAge()),
                Setting.of("login.identityProvider", login.identityProvider()));
    }

    private static InetSocketAddress address(ConfigurationFile.Bind bind) {
        var address = bind.address()
                .map(text ->
                        AddressRange.literal(text).orElseThrow(() -> new IllegalArgumentException("not an IP address")))
                .orElseGet(InetAddress::getLoopbackAddress);
        return new InetSocketAddress(address, bind.port());
    }

    private Optional<RegisteredClient> client(String key, ConfigurationFile.Client client) {
        var written = written(key, client);
        var id = settings.text(written.id());
        var authentication = settings.authentication(written);
        return id.flatMap(known -> authentication.map(proof -> new RegisteredClient(known, proof)));
    }

    private static RelyingPartySettings.Client written(String key, ConfigurationFile.Client client) {
        return new RelyingPartySettings.Client(
                Setting.of(key + ".id", client.id()),
                Setting.of(key + ".method", client.method()),
                secret(key + ".secret", client.secret()),
                keyStore(key + ".", "keyStore", client.keyStore(), client.password()));
    }

    public static Setting.KeyStoreFile keyStore(String key, ConfigurationFile.KeyStoreFile store) {
        return keyStore(key + ".", "file", store.file(), store.password());
    }

    private static Setting.KeyStoreFile keyStore(
            String prefix, String key, Optional<String> file, Optional<ConfigurationFile.Secret> password) {
        return new Setting.KeyStoreFile(Setting.of(prefix + key, file), secret(prefix + "password", password));
    }

    public static Setting.Secret secret(String key, Optional<ConfigurationFile.Secret> secret) {
        return new Setting.Secret(
                key,
                secret.flatMap(ConfigurationFile.Secret::value),
                secret.flatMap(ConfigurationFile.Secret::file),
                secret.flatMap(ConfigurationFile.Secret::variable));
    }

    private Optional<Backend> backend(String key, ConfigurationFile.BackendEntry entry) {
        var name = needed(key + ".name", entry.name());
        var baseUri = needed(key + ".baseUri", entry.baseUri());
        var audience = entry.tokenExchange()
                .flatMap(exchange -> audience(key + ".tokenExchange", name.orElse("backend"), exchange));
        return name.isEmpty() || baseUri.isEmpty()
                ? Optional.empty()
                : settings.value(key, () -> new Backend(entry.name(), entry.baseUri(), audience));
    }

    /** Empty for a fault of its own, which stops the start: it never becomes a backend without tokens. */
    private Optional<ApiAudience> audience(String key, String name, ConfigurationFile.TokenExchange exchange) {
        var endpoint = settings.uri(Setting.of(key + ".tokenEndpoint", exchange.tokenEndpoint()));
        var client =
                settings.apiClient(written(key + ".client", exchange.client().orElse(NO_CLIENT)));
        return endpoint.flatMap(uri -> client.flatMap(known -> settings.value(key, () -> {
            var audience = ApiAudience.of(name, uri, known).withScopes(exchange.scopes());
            return exchange.revocationEndpoint()
                    .map(audience::withRevocationEndpoint)
                    .orElse(audience);
        })));
    }

    private void add(String key, ConfigurationFile.Application application, ProxyConfigurationBuilder builder) {
        var name = needed(key + ".name", application.name());
        var sum = needed(key + ".sha256", application.sha256());
        name.ifPresent(known -> sum.ifPresent(sha256 -> settings.value(
                key,
                () -> application.operator() ? builder.operator(known, sha256) : builder.application(known, sha256))));
    }

    /** The text of a member that the file may have left out. */
    private Optional<String> needed(String key, Object member) {
        return settings.text(Setting.of(key, Optional.ofNullable(member)));
    }

    private static AttemptLimits limits(ConfigurationFile.Limits limits) {
        return new AttemptLimits(
                limits.perCaller().orElse(AttemptLimits.DEFAULT.perCaller()),
                limits.perNationalId().orElse(AttemptLimits.DEFAULT.perNationalId()),
                limits.window().map(ConfigurationReader::duration).orElse(AttemptLimits.DEFAULT.window()));
    }

    private static TrafficLimits traffic(ConfigurationFile.Limits limits) {
        return new TrafficLimits(
                limits.bodyBytes().orElse(TrafficLimits.DEFAULT.bodyBytes()),
                limits.connectionsPerAddress().orElse(TrafficLimits.DEFAULT.connectionsPerAddress()),
                limits.pendingLogins().orElse(TrafficLimits.DEFAULT.pendingLogins()),
                limits.connectWithin().map(ConfigurationReader::duration));
    }

    private static OperationSettings operation(ConfigurationFile.Operation operation) {
        var usual = OperationSettings.DEFAULT;
        return new OperationSettings(
                operation.metrics().orElse(usual.metrics()),
                operation.stopWithin().map(ConfigurationReader::duration).orElse(usual.stopWithin()),
                operation.reloadEvery().map(ConfigurationReader::duration).orElse(usual.reloadEvery()));
    }

    private void keep(ConfigurationFile.Traces traces, Optional<KeyRing> ring, ProxyConfigurationBuilder builder) {
        var inStore = traces.inStore().orElse(false);
        if (inStore == traces.directory().isPresent()) {
            settings.fault("traces", "has exactly one of directory and inStore");
        } else if (inStore && file.store().isEmpty()) {
            settings.fault("traces.inStore", "needs a store");
        } else {
            settings.value(
                    "traces",
                    () -> builder.traces(new TraceSettings(
                            traces.directory()
                                    .flatMap(text -> needed("traces.directory", text))
                                    .map(folder::resolve),
                            ring.filter(keys -> !inStore),
                            traces.retention()
                                    .map(ConfigurationReader::duration)
                                    .orElse(TraceSettings.DEFAULT_RETENTION))));
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a duration is written as ISO 8601 has it, such as P184D or PT10M", e);
        }
    }
}
