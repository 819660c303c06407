package io.github.pscsdk.proxy;

import io.github.pscsdk.httpclient.ForwardProxy;
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
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.tracestore.TraceStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Describes a proxy. Only a client and an application token are needed; everything else has a safe default. */
public final class ProxyServerBuilder {
    private final PscEnvironment environment;
    private AcrPolicy acrPolicy = AcrPolicy.DEFAULT;
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private Optional<URI> publicBaseUri = Optional.empty();
    private final List<RegisteredClient> clients = new ArrayList<>();
    private final List<Backend> backends = new ArrayList<>();
    private final List<RegisteredApplication> applications = new ArrayList<>();
    private boolean conformityMode;
    private AttemptLimits limits = AttemptLimits.DEFAULT;
    private TrafficLimits traffic = TrafficLimits.DEFAULT;
    private OperationSettings operation = OperationSettings.DEFAULT;
    private Optional<KeyStore> trustedCertificates = Optional.empty();
    private ForwardProxy forwardProxy = ForwardProxy.ofJava();
    private final Set<AddressRange> trustedReverseProxies = new HashSet<>();
    private Optional<TraceSettings> traces = Optional.empty();
    private Optional<Duration> retention = Optional.empty();
    private Optional<StoreSource> stores = Optional.empty();
    private BrowserLogin.Options browserLoginOptions = BrowserLogin.Options.none();
    private boolean clientProbe = true;
    private Clock clock = Clock.systemUTC();

    ProxyServerBuilder(PscEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /** Where to listen; a free port of the loopback interface unless set. TLS is a reverse proxy's task. */
    public ProxyServerBuilder address(InetSocketAddress listen) {
        if (listen.isUnresolved()) {
            throw new IllegalArgumentException("the address to listen on is no address of this machine");
        }
        address = listen;
        return this;
    }

    /**
     * How browsers reach the proxy; the redirect URI of browser logins is this and {@code /v1/callback}. The address it
     * listens on unless set. With https, cookies are {@code Secure}.
     */
    public ProxyServerBuilder publicBaseUri(URI base) {
        publicBaseUri = Optional.of(ProxyConfiguration.checkedPublicBase(base));
        return this;
    }

    /** With which levels of assurance people are let in, at every client id; {@link AcrPolicy#DEFAULT} unless set. */
    public ProxyServerBuilder acrPolicy(AcrPolicy policy) {
        acrPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Serves one more client id of Pro Santé Connect.
     *
     * @param proof how it is proved there; a certificate also serves at backends that ask for no token, at the others
     *     that of {@link io.github.pscsdk.relyingparty.ApiClientRegistration} does, to which tokens are bound (RFC
     *     8705, section 3)
     * @throws IllegalArgumentException if the id is empty
     */
    public ProxyServerBuilder client(String id, ClientAuthentication proof) {
        clients.add(new RegisteredClient(id, proof));
        return this;
    }

    /**
     * Reaches one more target API, which asks for no token.
     *
     * @param name the path segment that chooses it below {@code /send}
     * @param baseUri below which every request stays; without query
     * @throws IllegalArgumentException if one of them cannot be used
     */
    public ProxyServerBuilder backend(String name, URI baseUri) {
        return backend(Backend.open(name, baseUri));
    }

    /**
     * The same for an API whose own authorization server exchanges Pro Santé Connect's token (RFC 8693); its name is
     * that of the audience.
     */
    public ProxyServerBuilder backend(URI baseUri, ApiAudience audience) {
        return backend(Backend.withTokenExchange(baseUri, audience));
    }

    ProxyServerBuilder backend(Backend backend) {
        backends.add(backend);
        return this;
    }

    /** The SHA-256 sum of an application token, in hexadecimal digits. */
    public static String sha256Of(String token) {
        return RegisteredApplication.sha256Of(token);
    }

    /** Lets one more application call: a random value of at least 128 bits, by its {@linkplain #sha256Of sum}. */
    public ProxyServerBuilder application(String name, String sha256) {
        applications.add(new RegisteredApplication(name, sha256, false));
        return this;
    }

    /** Lets an application call that may also read everybody's traces. */
    public ProxyServerBuilder operator(String name, String sha256) {
        applications.add(new RegisteredApplication(name, sha256, true));
        return this;
    }

    /**
     * Makes the contract's paths exactly ANS's, for a conformity run: whoever reaches the proxy may log in, send and
     * read all traces. Never for production; logs a WARN at each start.
     */
    public ProxyServerBuilder dangerouslyInConformityMode() {
        conformityMode = true;
        return this;
    }

    /**
     * How many logins may be started; 60 per caller and 5 per professional within 10 minutes unless set.
     *
     * @param perCaller by one caller (application token and address) within the window; a practice may share one
     *     address
     * @param perNationalId for one professional within the window, whoever asks
     * @param window over which attempts are counted, sliding
     */
    public ProxyServerBuilder limits(int perCaller, int perNationalId, Duration window) {
        limits = new AttemptLimits(perCaller, perNationalId, window);
        return this;
    }

    /**
     * How much goes through; 8 MiB, 2,000 connections, for a hospital behind one address, and 10,000 logins unless set.
     *
     * @param bodyBytes the largest body of a request to a backend, and of its response
     * @param connectionsPerAddress how many connections one address may have at once, but for a trusted reverse proxy
     * @param pendingLogins how many logins may be pending at once, in both ways in
     */
    public ProxyServerBuilder traffic(long bodyBytes, int connectionsPerAddress, int pendingLogins) {
        traffic = new TrafficLimits(bodyBytes, connectionsPerAddress, pendingLogins, traffic.connectWithin());
        return this;
    }

    /**
     * How long a caller of {@code /connect} waits at most, from one second to ten minutes; as long as Pro Santé Connect
     * lets a professional answer unless set.
     */
    public ProxyServerBuilder connectWithin(Duration limit) {
        traffic = new TrafficLimits(
                traffic.bodyBytes(), traffic.connectionsPerAddress(), traffic.pendingLogins(), Optional.of(limit));
        return this;
    }

    /** Lets an operator's token read metrics at {@code /metrics}. */
    public ProxyServerBuilder metrics() {
        operation = new OperationSettings(true, operation.stopWithin(), operation.reloadEvery());
        return this;
    }

    /**
     * How long a {@linkplain ProxyServer#drain stop} waits for what is under way; 20 seconds unless set, since an
     * orchestrator leaves a service some 30.
     */
    public ProxyServerBuilder stopWithin(Duration limit) {
        operation = new OperationSettings(operation.metrics(), limit, operation.reloadEvery());
        return this;
    }

    /** The certification authorities to trust, at Pro Santé Connect and at the backends. */
    public ProxyServerBuilder trustedCertificates(KeyStore authorities) {
        trustedCertificates = Optional.of(authorities);
        return this;
    }

    /**
     * The HTTP proxy through which calls to Pro Santé Connect, authorization servers and backends go out; that of
     * Java's settings unless set, which backends do not use.
     */
    public ProxyServerBuilder forwardProxy(ForwardProxy proxy) {
        forwardProxy = Objects.requireNonNull(proxy, "proxy");
        return this;
    }

    /**
     * Believes {@code X-Forwarded-For} from these addresses; from none unless set.
     *
     * @param range an IP address, or those with the same first bits, such as {@code 10.42.0.0/16}
     * @throws IllegalArgumentException if it is anything else, such as a host name: no name is ever looked up
     */
    public ProxyServerBuilder trustedReverseProxies(String range) {
        trustedReverseProxies.add(AddressRange.parse(range));
        return this;
    }

    /**
     * Keeps traces in a folder of this proxy alone, made where needed, for six months; in bounded memory unless set.
     *
     * @param keyRing encrypts them; without one they are in plain text. Lines that were written before stay readable
     */
    public ProxyServerBuilder traces(Path folder, Optional<KeyRing> keyRing) {
        return traces(new TraceSettings(Optional.of(folder), keyRing, TraceSettings.DEFAULT_RETENTION));
    }

    /**
     * Keeps sessions and logins that wait in that store, for a restart or for other nodes; in the memory of this
     * process unless set.
     *
     * @param sessions in this process or {@linkplain SessionStore#encrypted encrypted}; stays open when the proxy stops
     */
    public ProxyServerBuilder stores(SessionStore sessions) {
        return stores(StoreSource.of(sessions));
    }

    /** The same with traces in a store too, which all nodes share, for six months. */
    public ProxyServerBuilder stores(SessionStore sessions, TraceStore kept) {
        return stores(StoreSource.of(sessions, kept)).traces(TraceSettings.inStore());
    }

    /** How long traces are kept, a day at least; a folder loses whole days. */
    public ProxyServerBuilder retention(Duration age) {
        retention = Optional.of(age);
        return this;
    }

    ProxyServerBuilder stores(StoreSource source) {
        stores = Optional.of(source);
        return this;
    }

    ProxyServerBuilder traces(TraceSettings settings) {
        traces = Optional.of(settings);
        return this;
    }

    /** Parameters of browser logins, unless their caller asks for more; nothing beyond the usual unless set. */
    public ProxyServerBuilder browserLoginOptions(BrowserLogin.Options usual) {
        browserLoginOptions = Objects.requireNonNull(usual, "usual");
        return this;
    }

    /**
     * Leaves out of a diagnosis what asks Pro Santé Connect whether it takes the clients, and so any look at client ids
     * and secrets: whether the real one likes such requests is not known.
     */
    public ProxyServerBuilder withoutClientProbe() {
        clientProbe = false;
        return this;
    }

    /** Tells the time; the system's UTC clock unless set. */
    public ProxyServerBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Starts the proxy. One Pro Santé Connect that is down, or a store that is away, stops no start.
     *
     * @throws ProxyStartException if the address is taken, or if the trace folder cannot be used
     * @throws io.github.pscsdk.sessionstore.StoreException if the store of sessions cannot be opened, or somebody has
     *     to set something up first
     * @throws IllegalStateException if something is missing or named twice, or if a store outside this process is not
     *     encrypted
     * @throws IllegalArgumentException if a certificate cannot be used, or a client at the authorization server of a
     *     backend
     */
    public ProxyServer start() {
        return ProxyServer.start(configuration());
    }

    ProxyConfiguration configuration() {
        return new ProxyConfiguration(
                environment,
                acrPolicy,
                address,
                publicBaseUri,
                clients,
                backends,
                applications,
                conformityMode,
                limits,
                traffic,
                operation,
                trustedCertificates,
                forwardProxy,
                trustedReverseProxies,
                traces.map(
                        kept -> new TraceSettings(kept.folder(), kept.keyRing(), retention.orElse(kept.retention()))),
                stores,
                browserLoginOptions,
                clientProbe,
                clock);
    }
}
