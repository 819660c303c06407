package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.settings.AddressRange;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.OperationSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredApplication;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredClient;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TraceSettings;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TrafficLimits;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes a configuration of one file, whose text it has read, and of the files that this one names. Relative paths start
 * at the file.
 */
public final class ConfigurationReader {
    private static final int MOST_PORTS = 65_535;
    private static final String LONGEST = "P36500D";
    private static final String SHORTEST = "PT0.001S";
    private static final URI NOWHERE = URI.create("https://none.invalid");

    /** Anybody may log in as a real professional, and read all traces. */
    private static final String CONFORMITY_MODE_IN_PRODUCTION = "conformity_mode_in_production";

    /** Real professionals log in where the file seems to speak of a test. */
    private static final String CUSTOM_AT_PRODUCTION = "custom_at_production";

    /** Every workstation of an installation may read all traces. */
    private static final String OPERATOR_TOKEN_IN_INSTALLATION = "operator_token_in_installation";

    private static final List<String> DANGERS =
            List.of(CONFORMITY_MODE_IN_PRODUCTION, CUSTOM_AT_PRODUCTION, OPERATOR_TOKEN_IN_INSTALLATION);

    /** The members that only one choice reads, by that choice. */
    private static final Map<String, Set<String>> OF_ENVIRONMENT =
            Map.of("production", Set.of(), "sandbox", Set.of(), "custom", Set.of("issuer", "authorizationEndpoint"));

    private static final Map<String, Set<String>> OF_METHOD = Map.of(
            "secret_basic", Set.of("secret"),
            "secret_post", Set.of("secret"),
            "mtls", Set.of("keyStore", "password"));

    private final ConfigurationText text;
    private final Path folder;
    private final SettingsReader settings;

    private ConfigurationReader(ConfigurationText text, Path folder, Map<String, String> variables) {
        this.text = text;
        this.folder = folder;
        this.settings = new SettingsReader(folder, variables, text);
    }

    /**
     * Looks variables up in {@code variables}.
     *
     * @throws io.github.pscsdk.relyingparty.internal.settings.SettingsException if anything is missing or wrong
     */
    public static ProxyConfiguration read(Path path, Map<String, String> variables) {
        var text = ConfigurationText.read(path);
        var folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
        return read(text, folder, variables);
    }

    /** Makes a configuration of a text that was read before, and of the files that it names as they are now. */
    public static ProxyConfiguration read(ConfigurationText text, Path folder, Map<String, String> variables) {
        return new ConfigurationReader(text, folder, variables).configuration();
    }

    private ProxyConfiguration configuration() {
        var environment = settings.environment("environment");
        var address = address();
        var publicBaseUri = text.value("publicBaseUri")
                .flatMap(written -> settings.uri("publicBaseUri"))
                .flatMap(base -> settings.value(
                        "publicBaseUri", "public.base.uri", () -> ProxyConfiguration.checkedPublicBase(base)));
        var acr = acr();
        var clients = clients();
        differ("backends", "name");
        var backends = read("backends", key -> backend(clients, key));
        var conformityMode = flag("conformityMode", false);
        if (text.entries("applications").isEmpty() && !conformityMode) {
            settings.fault("applications", "no.entry");
        }
        var applications = read("applications", this::application);
        var reverseProxies = read("trustedReverseProxies", this::addressRange);
        var limits = limits();
        var traffic = traffic();
        var operation = operation();
        var authorities = authorities(settings, "trustStore");
        var forwardProxy = settings.forwardProxy("httpProxy");
        var stores = new StoreReader(settings, text, folder);
        var ring = text.has("store") ? stores.ring() : Optional.<KeyRing>empty();
        var source = text.has("store") ? stores.source(ring) : Optional.<StoreSource>empty();
        var traces = text.has("traces") ? traces(ring) : Optional.<TraceSettings>empty();
        var login = settings.login("login");
        refuseIdle("environment", "name", OF_ENVIRONMENT);
        text.entries("clients").forEach(key -> refuseIdle(key, "method", OF_METHOD));
        text.entries("backends").forEach(key -> refuseIdle(key + ".tokenExchange.client", "method", OF_METHOD));
        refuseDangers(environment, conformityMode);
        text.check(settings.faults());
        return new ProxyConfiguration(
                environment.orElseThrow(),
                acr.orElseThrow(),
                address,
                publicBaseUri,
                clients,
                backends,
                applications,
                conformityMode,
                limits,
                traffic,
                operation,
                authorities,
                forwardProxy,
                Set.copyOf(reverseProxies),
                traces,
                source,
                login,
                flag("clientProbe", true),
                Clock.systemUTC());
    }

    private List<RegisteredClient> clients() {
        if (text.entries("clients").isEmpty()) {
            settings.fault("clients", "no.entry");
        }
        differ("clients", "id");
        return read("clients", key -> {
            var id = settings.text(key + ".id");
            var authentication = settings.authentication(key);
            return id.flatMap(known -> authentication.map(proof -> new RegisteredClient(known, proof)));
        });
    }

    private void differ(String list, String member) {
        var first = new HashMap<String, String>();
        for (var entry : text.entries(list)) {
            settings.given(entry + "." + member)
                    .flatMap(name -> Optional.ofNullable(first.putIfAbsent(name, entry)))
                    .ifPresent(other -> settings.fault(entry + "." + member, "the.same", other));
        }
    }

    /** The entries that have no fault. */
    private <R> List<R> read(String list, Function<String, Optional<R>> entry) {
        return text.entries(list).stream()
                .flatMap(key -> entry.apply(key).stream())
                .toList();
    }

    private boolean flag(String key, boolean usual) {
        return text.value(key).map(Boolean::valueOf).orElse(usual);
    }

    private Optional<AcrPolicy> acr() {
        return text.has("acr.accepted") && text.entries("acr.accepted").isEmpty()
                ? settings.fault("acr.accepted", "no.level")
                : settings.acr("acr");
    }

    private InetSocketAddress address() {
        var address = text.value("bind.address")
                .flatMap(literal ->
                        AddressRange.literal(literal).or(() -> settings.fault("bind.address", "bind.address")))
                .orElseGet(InetAddress::getLoopbackAddress);
        var port = text.value("bind.port")
                .map(Integer::valueOf)
                .filter(number -> number >= 0 && number <= MOST_PORTS
                        || settings.fault("bind.port", "port", MOST_PORTS).isPresent());
        return new InetSocketAddress(address, port.orElse(0));
    }

    private Optional<AddressRange> addressRange(String key) {
        return text.value(key).flatMap(range -> settings.value(key, "range", () -> AddressRange.parse(range)));
    }

    /** Certification authorities; empty where there is a fault, which is noted. */
    static Optional<KeyStore> authorities(SettingsReader settings, String key) {
        return settings.authorities(key)
                .filter(authorities -> !Certificates.trusted(authorities).isEmpty()
                        || settings.fault(key + ".file", "no.authority").isPresent());
    }

    private Optional<Backend> backend(List<RegisteredClient> clients, String key) {
        var name = settings.text(key + ".name")
                .flatMap(text -> settings.value(
                        key + ".name",
                        "backend.name",
                        () -> Backend.open(text, NOWHERE).name()));
        var baseUri = settings.uri(key + ".baseUri")
                .flatMap(uri -> settings.value(
                        key + ".baseUri",
                        "backend.uri",
                        () -> Backend.open("any", uri).baseUri()));
        var exchange = key + ".tokenExchange";
        var audience = text.has(exchange) ? audience(exchange, name.orElse("backend")) : Optional.<ApiAudience>empty();
        return name.flatMap(known -> baseUri.map(uri -> new Backend(known, uri, audience)))
                .map(backend -> checked(backend, clients, exchange + ".client"));
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
    private Optional<ApiAudience> audience(String key, String name) {
        var endpoint = settings.uri(key + ".tokenEndpoint");
        var client = client(key + ".client");
        var scopes = read(key + ".scopes", text::value);
        // With something in place of what is missing, so that the rest is looked at too; nothing is made of it.
        var made = settings.value(key, "token.exchange", () -> {
            var known = client.orElseGet(ApiClientRegistration::withCertificateOfPsc);
            var audience = ApiAudience.of(name, endpoint.orElse(NOWHERE), known).withScopes(scopes);
            return text.value(key + ".revocationEndpoint")
                    .map(URI::create)
                    .map(audience::withRevocationEndpoint)
                    .orElse(audience);
        });
        return endpoint.flatMap(uri -> client.flatMap(known -> made));
    }

    /**
     * Which client the proxy is at a target API's authorization server, by one of PSC's methods; or, without an id and
     * a proof of its own, {@code certificate_of_psc} or {@code dangerously_client_of_psc}.
     */
    private Optional<ApiClientRegistration> client(String key) {
        return settings.text(key + ".method").flatMap(method -> switch (method) {
            case "certificate_of_psc" -> ofPsc(key, ApiClientRegistration.withCertificateOfPsc());
            case "dangerously_client_of_psc" -> ofPsc(key, ApiClientRegistration.dangerouslyWithClientOfPsc());
            case "secret_basic", "secret_post", "mtls" -> {
                var id = settings.text(key + ".id");
                var proof = settings.authentication(key);
                yield id.flatMap(known -> proof.map(own -> ApiClientRegistration.of(known, own)));
            }
            default ->
                settings.fault(
                        key + ".method",
                        "one.of",
                        "secret_basic, secret_post, mtls, certificate_of_psc",
                        "dangerously_client_of_psc");
        });
    }

    private Optional<ApiClientRegistration> ofPsc(String key, ApiClientRegistration shared) {
        var isOwn = settings.given(key + ".id").isPresent()
                || settings.given(key + ".keyStore").isPresent()
                || text.has(key + ".secret")
                || text.has(key + ".password");
        return isOwn ? settings.fault(key + ".method", "shared.client") : Optional.of(shared);
    }

    private Optional<RegisteredApplication> application(String key) {
        var name = settings.text(key + ".name");
        var made = settings.text(key + ".sha256")
                .flatMap(sha256 -> settings.value(
                        key + ".sha256",
                        "sha256",
                        () -> new RegisteredApplication(name.orElse(""), sha256, flag(key + ".operator", false))));
        return name.flatMap(known -> made);
    }

    private AttemptLimits limits() {
        var usual = AttemptLimits.DEFAULT;
        return new AttemptLimits(
                atLeastOne("limits.perCaller", usual.perCaller()).intValue(),
                atLeastOne("limits.perNationalId", usual.perNationalId()).intValue(),
                duration("limits.window", SHORTEST).orElse(usual.window()));
    }

    private TrafficLimits traffic() {
        var usual = TrafficLimits.DEFAULT;
        return new TrafficLimits(
                atLeastOne("limits.bodyBytes", usual.bodyBytes()),
                atLeastOne("limits.connectionsPerAddress", usual.connectionsPerAddress())
                        .intValue(),
                atLeastOne("limits.pendingLogins", usual.pendingLogins()).intValue(),
                duration("limits.connectWithin", "PT1S", "PT10M"));
    }

    private OperationSettings operation() {
        var usual = OperationSettings.DEFAULT;
        return new OperationSettings(
                flag("operation.metrics", usual.metrics()),
                duration("operation.stopWithin", "PT0S").orElse(usual.stopWithin()),
                duration("operation.reloadEvery", SHORTEST).orElse(usual.reloadEvery()));
    }

    private Long atLeastOne(String key, long usual) {
        return text.value(key)
                .map(Long::valueOf)
                .filter(number ->
                        number >= 1 || settings.fault(key, "at.least.one").isPresent())
                .orElse(usual);
    }

    private Optional<Duration> duration(String key, String least) {
        return duration(key, least, LONGEST);
    }

    private Optional<Duration> duration(String key, String least, String most) {
        return text.value(key)
                .flatMap(given -> settings.value(
                        key,
                        "duration",
                        () -> {
                            var time = Duration.parse(given);
                            if (time.compareTo(Duration.parse(least)) < 0 || time.compareTo(Duration.parse(most)) > 0) {
                                throw new IllegalArgumentException("out of range");
                            }
                            return time;
                        },
                        least,
                        most));
    }

    private Optional<TraceSettings> traces(Optional<KeyRing> ring) {
        var inStore = flag("traces.inStore", false);
        if (inStore == text.value("traces.directory").isPresent()) {
            return settings.fault("traces", "exactly.one", "directory", "inStore");
        } else if (inStore && !text.has("store")) {
            return settings.fault("traces.inStore", "traces.without.store");
        } else if (inStore && text.has("store.redis")) {
            return settings.fault("traces.inStore", "traces.in.redis");
        }
        var directory = inStore
                ? Optional.<Path>empty()
                : settings.text("traces.directory")
                        .flatMap(path -> settings.value("traces.directory", "path", () -> folder.resolve(path)));
        var retention = duration("traces.retention", "P1D").orElse(TraceSettings.DEFAULT_RETENTION);
        return Optional.of(new TraceSettings(directory, ring.filter(keys -> !inStore), retention));
    }

    /** Members of another choice than the one that was made: what they say would silently not happen. */
    private void refuseIdle(String key, String choice, Map<String, Set<String>> members) {
        var made = key + "." + choice;
        var own = settings.given(made).map(members::get);
        if (own.isEmpty()) {
            return;
        }
        var idle = new TreeSet<String>();
        members.values().forEach(idle::addAll);
        idle.removeAll(own.get());
        for (var member : idle) {
            if (text.value(key + "." + member).isPresent()) {
                settings.fault(key + "." + member, "idle", made);
            }
        }
    }

    /** Combinations of settings that are refused unless {@code dangerously} names them. */
    private void refuseDangers(Optional<PscEnvironment> environment, boolean conformityMode) {
        for (var key : text.entries("dangerously")) {
            if (text.value(key).filter(DANGERS::contains).isEmpty()) {
                settings.fault(key, "dangerously", String.join(", ", DANGERS));
            }
        }
        var isProduction = environment
                .filter(known -> known.kind() == Environment.PRODUCTION)
                .isPresent();
        if (isProduction && conformityMode) {
            refuse(CONFORMITY_MODE_IN_PRODUCTION, "conformityMode", "");
        }
        var isCustom = text.value("environment.name").equals(Optional.of("custom"));
        if (isProduction && isCustom) {
            refuse(CUSTOM_AT_PRODUCTION, "environment.name", "");
        }
        var applications = text.entries("applications");
        for (var i = 0; i < applications.size(); i++) {
            for (var other : applications.subList(0, i)) {
                if (isOfOperatorAndOfAnother(applications.get(i), other)) {
                    refuse(OPERATOR_TOKEN_IN_INSTALLATION, applications.get(i) + ".sha256", other);
                }
            }
        }
    }

    private boolean isOfOperatorAndOfAnother(String one, String other) {
        return flag(one + ".operator", false) != flag(other + ".operator", false)
                && settings.given(one + ".sha256")
                        .filter(sum -> sum.equalsIgnoreCase(
                                settings.given(other + ".sha256").orElse("")))
                        .isPresent();
    }

    private void refuse(String danger, String key, String other) {
        if (read("dangerously", text::value).stream().noneMatch(danger::equals)) {
            settings.fault(key, danger, "\"dangerously\": [\"" + danger + "\"]", other);
        }
    }
}
