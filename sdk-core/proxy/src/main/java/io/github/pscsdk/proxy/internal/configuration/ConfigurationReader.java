package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.internal.json.ConfigurationFile;
import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.settings.AddressRange;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.OperationSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredClient;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TrafficLimits;
import io.github.pscsdk.proxy.internal.settings.RegisteredApplication;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.settings.SettingsReader;
import io.github.pscsdk.sessionstore.KeyRing;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a configuration of one file, whose text it has read, and of the files that this one names. Relative paths start
 * at the file.
 */
public final class ConfigurationReader {
    private static final int MOST_PORTS = 65_535;
    private static final String LONGEST = "P36500D";
    private static final String SHORTEST = "PT0.001S";
    private static final URI NOWHERE = URI.create("https://none.invalid");
    private final ConfigurationText text;
    private final ConfigurationFile file;
    private final Path folder;
    private final SettingsReader settings;

    private ConfigurationReader(ConfigurationText text, Path folder, Map<String, String> variables) {
        this.text = text;
        this.file = text.file();
        this.folder = folder;
        this.settings = new SettingsReader(folder, variables, text);
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
        var environment = settings.environment("environment");
        var address = file.bind()
                .flatMap(this::address)
                .orElseGet(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var publicBaseUri = file.publicBaseUri()
                .flatMap(base -> settings.value(
                        "publicBaseUri", "public.base.uri", () -> ProxyConfiguration.checkedPublicBase(base)));
        var acr = acr();
        var clients = clients();
        differ("backends", "name", file.backends().stream().map(entry -> Optional.ofNullable(entry.name())));
        var backends = read("backends", file.backends(), (key, entry) -> backend(clients, key, entry));
        if (file.applications().isEmpty() && !file.conformityMode()) {
            settings.fault("applications", "no.entry");
        }
        var applications = read("applications", file.applications(), this::application);
        var reverseProxies = read(
                "trustedReverseProxies",
                file.trustedReverseProxies(),
                (key, range) -> settings.value(key, "range", () -> AddressRange.parse(range)));
        var limits = file.limits().map(this::limits).orElse(AttemptLimits.DEFAULT);
        var traffic = file.limits().map(this::traffic).orElse(TrafficLimits.DEFAULT);
        var operation = file.operation().map(this::operation).orElse(OperationSettings.DEFAULT);
        var authorities = authorities(settings, "trustStore");
        var forwardProxy = settings.forwardProxy("httpProxy");
        var stores = new StoreReader(settings, folder);
        var ring = file.store().flatMap(store -> stores.ring());
        var source = file.store().flatMap(store -> stores.source(store, ring));
        var traces = file.traces().flatMap(kept -> traces(kept, ring));
        var login = settings.login("login");
        DangerousSetting.refuse(file, environment, settings);
        text.check(settings.faults());
        return new ProxyConfiguration(
                environment.orElseThrow(),
                acr.orElseThrow(),
                address,
                publicBaseUri,
                clients,
                backends,
                applications,
                file.conformityMode(),
                limits,
                traffic,
                operation,
                authorities,
                forwardProxy,
                Set.copyOf(reverseProxies),
                traces,
                source,
                login,
                file.clientProbe().orElse(true),
                Clock.systemUTC());
    }

    private List<RegisteredClient> clients() {
        if (file.clients().isEmpty()) {
            settings.fault("clients", "no.entry");
        }
        differ("clients", "id", file.clients().stream().map(ConfigurationFile.Client::id));
        return read("clients", file.clients(), (key, entry) -> {
            var id = settings.text(key + ".id");
            var authentication = settings.authentication(key);
            return id.flatMap(known -> authentication.map(proof -> new RegisteredClient(known, proof)));
        });
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

    /** The entries that have no fault. */
    private static <T, R> List<R> read(String key, List<T> entries, BiFunction<String, T, Optional<R>> entry) {
        List<R> read = new ArrayList<>();
        for (var i = 0; i < entries.size(); i++) {
            entry.apply(key + "[" + i + "]", entries.get(i)).ifPresent(read::add);
        }
        return read;
    }

    private Optional<AcrPolicy> acr() {
        return file.acr().accepted().filter(List::isEmpty).isPresent()
                ? settings.fault("acr.accepted", "no.level")
                : settings.acr("acr");
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

    /** Certification authorities; empty where there is a fault, which is noted. */
    static Optional<KeyStore> authorities(SettingsReader settings, String key) {
        return settings.authorities(key)
                .filter(authorities -> !Certificates.trusted(authorities).isEmpty()
                        || settings.fault(key + ".file", "no.authority").isPresent());
    }

    private Optional<Backend> backend(
            List<RegisteredClient> clients, String key, ConfigurationFile.BackendEntry entry) {
        var name = settings.text(key + ".name")
                .flatMap(text -> settings.value(
                        key + ".name",
                        "backend.name",
                        () -> Backend.open(text, NOWHERE).name()));
        var baseUri = settings.text(key + ".baseUri")
                .flatMap(text -> settings.value(
                        key + ".baseUri",
                        "backend.uri",
                        () -> Backend.open("any", entry.baseUri()).baseUri()));
        var audience = entry.tokenExchange()
                .flatMap(exchange -> audience(key + ".tokenExchange", name.orElse("backend"), exchange));
        return name.flatMap(known -> baseUri.map(uri -> new Backend(known, uri, audience)))
                .map(backend -> checked(backend, clients, key + ".tokenExchange.client"));
    }

    private Backend checked(Backend backend, List<RegisteredClient> clients, String key) {
        var fault = settings.given(key + ".method")
                .filter(method -> method.startsWith("secret_"))
                .map(method -> "client.secret")
                .orElse("client.certificate");
        backend.audience()
                .ifPresent(audience -> clients.forEach(atPsc ->
                        settings.value(key, fault, () -> atPsc.authentication().checkedFor(audience))));
        return backend;
    }

    /** Empty for a fault of its own, which stops the start: it never becomes a backend without tokens. */
    private Optional<ApiAudience> audience(String key, String name, ConfigurationFile.TokenExchange exchange) {
        var endpoint = settings.uri(key + ".tokenEndpoint");
        var client = settings.apiClient(key + ".client");
        return endpoint.flatMap(uri -> client.flatMap(known -> settings.value(key, "token.exchange", () -> {
            var audience = ApiAudience.of(name, uri, known).withScopes(exchange.scopes());
            return exchange.revocationEndpoint()
                    .map(audience::withRevocationEndpoint)
                    .orElse(audience);
        })));
    }

    private Optional<RegisteredApplication> application(String key, ConfigurationFile.Application application) {
        var name = settings.text(key + ".name");
        var sum = settings.text(key + ".sha256");
        return name.flatMap(known -> sum.flatMap(sha256 -> settings.value(
                key + ".sha256", "sha256", () -> new RegisteredApplication(known, sha256, application.operator()))));
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

    private Optional<TraceSettings> traces(ConfigurationFile.Traces traces, Optional<KeyRing> ring) {
        var inStore = traces.inStore().orElse(false);
        if (inStore == traces.directory().isPresent()) {
            return settings.fault("traces", "exactly.one", "directory", "inStore");
        } else if (inStore && file.store().isEmpty()) {
            return settings.fault("traces.inStore", "traces.without.store");
        } else if (inStore && file.store().get().redis().isPresent()) {
            return settings.fault("traces.inStore", "traces.in.redis");
        }
        var directory = traces.directory()
                .flatMap(text -> settings.text("traces.directory"))
                .flatMap(text -> settings.value("traces.directory", "path", () -> folder.resolve(text)));
        var retention = duration("traces.retention", traces.retention(), "P1D", TraceSettings.DEFAULT_RETENTION);
        return Optional.of(new TraceSettings(directory, ring.filter(keys -> !inStore), retention));
    }

    /** A combination of settings that is refused unless {@code dangerously} names it. */
    enum DangerousSetting {
        /** Anybody may log in as a real professional, and read all traces. */
        CONFORMITY_MODE_IN_PRODUCTION,
        /** Real professionals log in where the file seems to speak of a test. */
        CUSTOM_AT_PRODUCTION,
        /** Every workstation of an installation may read all traces. */
        OPERATOR_TOKEN_IN_INSTALLATION;

        static void refuse(ConfigurationFile file, Optional<PscEnvironment> environment, SettingsReader settings) {
            for (var i = 0; i < file.dangerously().size(); i++) {
                if (Arrays.stream(values())
                        .map(DangerousSetting::written)
                        .noneMatch(file.dangerously().get(i)::equals)) {
                    settings.fault(
                            "dangerously[" + i + "]",
                            "dangerously",
                            Arrays.stream(values())
                                    .map(DangerousSetting::written)
                                    .collect(Collectors.joining(", ")));
                }
            }
            var isProduction = environment
                    .map(PscEnvironment::kind)
                    .filter(Environment.PRODUCTION::equals)
                    .isPresent();
            if (isProduction && file.conformityMode()) {
                CONFORMITY_MODE_IN_PRODUCTION.refuse(file, settings, "conformityMode", "");
            }
            if (isProduction && file.environment().name().equals(Optional.of("custom"))) {
                CUSTOM_AT_PRODUCTION.refuse(file, settings, "environment.name", "");
            }
            var applications = file.applications();
            for (var i = 0; i < applications.size(); i++) {
                for (var j = 0; j < i; j++) {
                    var one = applications.get(i);
                    var other = applications.get(j);
                    if (one.operator() != other.operator()
                            && one.sha256() != null
                            && !one.sha256().isBlank()
                            && one.sha256().equalsIgnoreCase(other.sha256())) {
                        OPERATOR_TOKEN_IN_INSTALLATION.refuse(
                                file, settings, "applications[" + i + "].sha256", "applications[" + j + "]");
                    }
                }
            }
        }

        private void refuse(ConfigurationFile file, SettingsReader settings, String key, String other) {
            if (!file.dangerously().contains(written())) {
                settings.fault(key, written(), "\"dangerously\": [\"" + written() + "\"]", other);
            }
        }

        private String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
