package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
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
import io.github.pscsdk.relyingparty.internal.settings.RelyingPartySettings;
import io.github.pscsdk.relyingparty.internal.settings.Setting;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Makes a configuration of one file, whose text it has read, and of the files that this one names. Relative paths start at the file. */
public final class ConfigurationReader {
    private static final int MOST_PORTS = 65_535;
    private static final String LONGEST = "P36500D";
    private static final String SHORTEST = "PT0.001S";
    private static final URI NOWHERE = URI.create("https://none.invalid");
    private static final ConfigurationFile.Client NO_CLIENT = new ConfigurationFile.Client(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final ConfigurationText text;
    private final ConfigurationFile file;
    private final Path folder;
    private final SettingsReader settings;

    private ConfigurationReader(ConfigurationText text, Path folder, Map<String, String> variables) {
        this.text = text;
        this.file = text.file();
        this.folder = folder;
        this.settings = new SettingsReader(folder, variables);
    }

    /**
     * Looks variables up in {@code variables}.
     *
     * @throws io.github.pscsdk.relyingparty.internal.settings.SettingsException if anything is missing or wrong
     */
    public static ProxyConfiguration read(Path path, Map<String, String> variables) {
        return read(ConfigurationText.read(path), path.toAbsolutePath().getParent(), variables);
    }

    /** Makes a configuration of a text that was read before, and of the files that it names as they are now. */
    public static ProxyConfiguration read(ConfigurationText text, Path folder, Map<String, String> variables) {
        return new ConfigurationReader(text, folder, variables).configuration();
    }

    private ProxyConfiguration configuration() {
        var environment = environment();
        // In place of an environment that cannot be used, so that the rest is looked at too; nothing is made of it.
        var builder = ProxyConfiguration.builder(environment.orElseGet(PscEnvironment::sandbox));
        file.bind().flatMap(this::address).ifPresent(builder::address);
        file.publicBaseUri()
                .ifPresent(
                        base -> settings.value("publicBaseUri", "public.base.uri", () -> builder.publicBaseUri(base)));
        acr().ifPresent(builder::acrPolicy);
        var clients = clients();
        clients.forEach(builder::client);
        backends(clients, builder);
        if (file.applications().isEmpty() && !file.conformityMode()) {
            settings.fault("applications", "no.entry");
        }
        each("applications", file.applications(), (key, entry) -> add(key, entry, builder));
        each(
                "trustedReverseProxies",
                file.trustedReverseProxies(),
                (key, address) ->
                        settings.value(key, "range", () -> builder.trustedReverseProxies(AddressRange.parse(address))));
        file.limits().ifPresent(limits -> builder.limits(limits(limits)).traffic(traffic(limits)));
        file.operation().ifPresent(operation -> builder.operation(operation(operation)));
        file.trustStore()
                .flatMap(store -> authorities(settings, "trustStore", store))
                .ifPresent(builder::trustedCertificates);
        file.httpProxy().ifPresent(proxy -> builder.forwardProxy(settings.forwardProxy(written(proxy))));
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
        DangerousSetting.refuse(file, environment, settings);
        text.check(settings.faults());
        return builder.build();
    }

    private List<RegisteredClient> clients() {
        if (file.clients().isEmpty()) {
            settings.fault("clients", "no.entry");
        }
        differ("clients", "id", file.clients().stream().map(ConfigurationFile.Client::id));
        List<RegisteredClient> known = new ArrayList<>();
        each("clients", file.clients(), (key, entry) -> client(key, entry).ifPresent(known::add));
        return known;
    }

    private void backends(List<RegisteredClient> clients, ProxyConfigurationBuilder builder) {
        differ("backends", "name", file.backends().stream().map(entry -> Optional.ofNullable(entry.name())));
        each(
                "backends",
                file.backends(),
                (key, entry) -> backend(key, entry).ifPresent(backend -> {
                    var client = key + ".tokenExchange.client";
                    backend.audience()
                            .ifPresent(audience -> clients.forEach(atPsc -> settings.value(
                                    client,
                                    clientFault(entry),
                                    () -> atPsc.authentication().checkedFor(audience))));
                    builder.backend(backend);
                }));
    }

    private static String clientFault(ConfigurationFile.BackendEntry entry) {
        return entry.tokenExchange()
                .flatMap(ConfigurationFile.TokenExchange::client)
                .flatMap(ConfigurationFile.Client::method)
                .filter(method -> method.startsWith("secret_"))
                .map(method -> "client.secret")
                .orElse("client.certificate");
    }

    private void differ(String list, String member, Stream<Optional<String>> names) {
        List<Optional<String>> seen = new ArrayList<>();
        names.forEach(name -> {
            if (name.filter(text -> !text.isBlank()).isPresent() && seen.contains(name)) {
                settings.fault(
                        list + "[" + seen.size() + "]." + member, "the.same", list + "[" + seen.indexOf(name) + "]");
            }
            seen.add(name);
        });
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
            return settings.fault("acr.accepted", "no.level");
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

    private static RelyingPartySettings.HttpProxy written(ConfigurationFile.HttpProxy proxy) {
        return new RelyingPartySettings.HttpProxy(
                Setting.of("httpProxy.address", proxy.address()),
                Setting.of("httpProxy.user", proxy.user()),
                secret("httpProxy.password", proxy.password()),
                Setting.of("httpProxy.except", Optional.of(String.join(",", proxy.except()))));
    }

    private Optional<InetSocketAddress> address(ConfigurationFile.Bind bind) {
        var address = bind.address()
                .map(text -> AddressRange.literal(text).or(() -> settings.fault("bind.address", "bind.address")))
                .orElseGet(() -> Optional.of(InetAddress.getLoopbackAddress()));
        if (bind.port() < 0 || bind.port() > MOST_PORTS) {
            return settings.fault("bind.port", "port", MOST_PORTS);
        }
        return address.map(known -> new InetSocketAddress(known, bind.port()));
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

    /** Certification authorities; empty where there is a fault, which is noted. */
    static Optional<KeyStore> authorities(SettingsReader settings, String key, ConfigurationFile.KeyStoreFile store) {
        return settings.authorities(keyStore(key, store))
                .filter(authorities -> !Certificates.trusted(authorities).isEmpty()
                        || settings.fault(key + ".file", "no.authority").isPresent());
    }

    static Setting.KeyStoreFile keyStore(String key, ConfigurationFile.KeyStoreFile store) {
        return keyStore(key + ".", "file", store.file(), store.password());
    }

    private static Setting.KeyStoreFile keyStore(
            String prefix, String key, Optional<String> file, Optional<ConfigurationFile.Secret> password) {
        return new Setting.KeyStoreFile(Setting.of(prefix + key, file), secret(prefix + "password", password));
    }

    static Setting.Secret secret(String key, Optional<ConfigurationFile.Secret> secret) {
        return new Setting.Secret(
                key,
                secret.flatMap(ConfigurationFile.Secret::value),
                secret.flatMap(ConfigurationFile.Secret::file),
                secret.flatMap(ConfigurationFile.Secret::variable));
    }

    private Optional<Backend> backend(String key, ConfigurationFile.BackendEntry entry) {
        var name = needed(key + ".name", entry.name())
                .flatMap(text -> settings.value(
                        key + ".name",
                        "backend.name",
                        () -> Backend.open(text, NOWHERE).name()));
        var baseUri = needed(key + ".baseUri", entry.baseUri())
                .flatMap(text -> settings.value(
                        key + ".baseUri",
                        "backend.uri",
                        () -> Backend.open("any", entry.baseUri()).baseUri()));
        var audience = entry.tokenExchange()
                .flatMap(exchange -> audience(key + ".tokenExchange", name.orElse("backend"), exchange));
        return name.flatMap(known -> baseUri.map(uri -> new Backend(known, uri, audience)));
    }

    /** Empty for a fault of its own, which stops the start: it never becomes a backend without tokens. */
    private Optional<ApiAudience> audience(String key, String name, ConfigurationFile.TokenExchange exchange) {
        var endpoint = settings.uri(Setting.of(key + ".tokenEndpoint", exchange.tokenEndpoint()));
        var client =
                settings.apiClient(written(key + ".client", exchange.client().orElse(NO_CLIENT)));
        return endpoint.flatMap(uri -> client.flatMap(known -> settings.value(key, "token.exchange", () -> {
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
                key + ".sha256",
                "sha256",
                () -> application.operator() ? builder.operator(known, sha256) : builder.application(known, sha256))));
    }

    /** The text of a member that the file may have left out. */
    private Optional<String> needed(String key, Object member) {
        return settings.text(Setting.of(key, Optional.ofNullable(member)));
    }

    private AttemptLimits limits(ConfigurationFile.Limits limits) {
        var usual = AttemptLimits.DEFAULT;
        return new AttemptLimits(
                atLeastOne("limits.perCaller", limits.perCaller(), usual.perCaller()),
                atLeastOne("limits.perNationalId", limits.perNationalId(), usual.perNationalId()),
                duration("limits.window", limits.window(), SHORTEST, usual.window()));
    }

    private TrafficLimits traffic(ConfigurationFile.Limits limits) {
        var usual = TrafficLimits.DEFAULT;
        return new TrafficLimits(
                atLeastOne("limits.bodyBytes", limits.bodyBytes(), usual.bodyBytes()),
                atLeastOne(
                        "limits.connectionsPerAddress", limits.connectionsPerAddress(), usual.connectionsPerAddress()),
                atLeastOne("limits.pendingLogins", limits.pendingLogins(), usual.pendingLogins()),
                duration("limits.connectWithin", limits.connectWithin(), SHORTEST));
    }

    private OperationSettings operation(ConfigurationFile.Operation operation) {
        var usual = OperationSettings.DEFAULT;
        return new OperationSettings(
                operation.metrics().orElse(usual.metrics()),
                duration("operation.stopWithin", operation.stopWithin(), "PT0S", usual.stopWithin()),
                duration("operation.reloadEvery", operation.reloadEvery(), SHORTEST, usual.reloadEvery()));
    }

    private <T extends Number> T atLeastOne(String key, Optional<T> number, T usual) {
        return number.filter(given -> given.longValue() >= 1
                        || settings.fault(key, "at.least.one").isPresent())
                .orElse(usual);
    }

    private Duration duration(String key, Optional<String> text, String least, Duration usual) {
        return duration(key, text, least).orElse(usual);
    }

    private Optional<Duration> duration(String key, Optional<String> text, String least) {
        return text.flatMap(given -> settings.value(
                key,
                "duration",
                () -> {
                    var time = Duration.parse(given);
                    if (time.compareTo(Duration.parse(least)) < 0 || time.compareTo(Duration.parse(LONGEST)) > 0) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return time;
                },
                least,
                LONGEST));
    }

    private void keep(ConfigurationFile.Traces traces, Optional<KeyRing> ring, ProxyConfigurationBuilder builder) {
        var inStore = traces.inStore().orElse(false);
        if (inStore == traces.directory().isPresent()) {
            settings.fault("traces", "exactly.one", "directory", "inStore");
        } else if (inStore && file.store().isEmpty()) {
            settings.fault("traces.inStore", "traces.without.store");
        } else if (inStore && file.store().get().redis().isPresent()) {
            settings.fault("traces.inStore", "traces.in.redis");
        } else {
            var directory = traces.directory()
                    .flatMap(text -> needed("traces.directory", text))
                    .flatMap(text -> settings.value("traces.directory", "path", () -> folder.resolve(text)));
            var retention = duration("traces.retention", traces.retention(), "P1D", TraceSettings.DEFAULT_RETENTION);
            builder.traces(new TraceSettings(directory, ring.filter(keys -> !inStore), retention));
        }
    }
}
