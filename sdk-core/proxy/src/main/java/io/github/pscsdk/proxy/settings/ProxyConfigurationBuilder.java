package io.github.pscsdk.proxy.settings;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLoginOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Describes a proxy. Only a client and an application token are needed; everything else has a safe default. */
public final class ProxyConfigurationBuilder {
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
    private Optional<StoreSource> stores = Optional.empty();
    private BrowserLoginOptions browserLoginOptions = BrowserLoginOptions.none();
    private boolean clientProbe = true;
    private Clock clock = Clock.systemUTC();

    ProxyConfigurationBuilder(PscEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /** Where to listen; a free port of the loopback interface unless set. TLS is a reverse proxy's task. */
    public ProxyConfigurationBuilder address(InetSocketAddress listen) {
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
    public ProxyConfigurationBuilder publicBaseUri(URI base) {
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("the public base URI has a host and no query");
        }
        publicBaseUri = Optional.of(base);
        return this;
    }

    /** With which levels of assurance people are let in, at every client id; {@link AcrPolicy#DEFAULT} unless set. */
    public ProxyConfigurationBuilder acrPolicy(AcrPolicy policy) {
        acrPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Serves one more client id. */
    public ProxyConfigurationBuilder client(RegisteredClient client) {
        clients.add(client);
        return this;
    }

    /** Reaches one more target API. */
    public ProxyConfigurationBuilder backend(Backend backend) {
        backends.add(backend);
        return this;
    }

    /** Lets one more application call: see {@link RegisteredApplication#sha256Of}. */
    public ProxyConfigurationBuilder application(String name, String sha256) {
        applications.add(new RegisteredApplication(name, sha256, false));
        return this;
    }

    /** Lets an application call that may also read everybody's traces. */
    public ProxyConfigurationBuilder operator(String name, String sha256) {
        applications.add(new RegisteredApplication(name, sha256, true));
        return this;
    }

    /**
     * Makes the contract's paths exactly ANS's, for a conformity run: whoever reaches the proxy may log in, send and
     * read all traces. Never for production; logs a WARN at each start.
     */
    public ProxyConfigurationBuilder dangerouslyInConformityMode() {
        conformityMode = true;
        return this;
    }

    /** How many logins may be started; {@link AttemptLimits#DEFAULT} unless set. */
    public ProxyConfigurationBuilder limits(AttemptLimits attempts) {
        limits = Objects.requireNonNull(attempts, "attempts");
        return this;
    }

    /** How much goes through; {@link TrafficLimits#DEFAULT} unless set. */
    public ProxyConfigurationBuilder traffic(TrafficLimits limits) {
        traffic = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /** How it is operated; {@link OperationSettings#DEFAULT} unless set. */
    public ProxyConfigurationBuilder operation(OperationSettings settings) {
        operation = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** The certification authorities to trust, at Pro Santé Connect and at the backends. */
    public ProxyConfigurationBuilder trustedCertificates(KeyStore authorities) {
        trustedCertificates = Optional.of(authorities);
        return this;
    }

    /** The HTTP proxy through which calls to Pro Santé Connect, authorization servers and backends go out; that of Java's settings unless set, which backends do not use. */
    public ProxyConfigurationBuilder forwardProxy(ForwardProxy proxy) {
        forwardProxy = Objects.requireNonNull(proxy, "proxy");
        return this;
    }

    /** Believes {@code X-Forwarded-For} from these addresses; from none unless set. */
    public ProxyConfigurationBuilder trustedReverseProxies(AddressRange reverseProxies) {
        trustedReverseProxies.add(reverseProxies);
        return this;
    }

    /** Where traces outlive a restart; in bounded memory unless set. */
    public ProxyConfigurationBuilder traces(TraceSettings settings) {
        traces = Optional.of(settings);
        return this;
    }

    /** Where sessions and logins that wait are kept, for a restart or for other nodes; in the memory of this process unless set. */
    public ProxyConfigurationBuilder stores(StoreSource source) {
        stores = Optional.of(source);
        return this;
    }

    /** Parameters of browser logins, unless their caller asks for more; nothing beyond the usual unless set. */
    public ProxyConfigurationBuilder browserLoginOptions(BrowserLoginOptions usual) {
        browserLoginOptions = Objects.requireNonNull(usual, "usual");
        return this;
    }

    /** Leaves out of a diagnosis whether Pro Santé Connect takes the clients: see {@code RelyingPartyBuilder}. */
    public ProxyConfigurationBuilder withoutClientProbe() {
        clientProbe = false;
        return this;
    }

    /** Tells the time; the system's UTC clock unless set. */
    public ProxyConfigurationBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Makes the configuration.
     *
     * @throws IllegalStateException if something is missing or named twice; the message says all of it
     */
    public ProxyConfiguration build() {
        List<String> wrong = new ArrayList<>();
        if (clients.isEmpty()) {
            wrong.add("a client");
        }
        if (applications.isEmpty() && !conformityMode) {
            wrong.add("an application token");
        }
        if (hasTwins(clients.stream().map(RegisteredClient::id))) {
            wrong.add("client ids that differ");
        }
        if (hasTwins(backends.stream().map(Backend::name))) {
            wrong.add("backend names that differ");
        }
        if (stores.isEmpty() && traces.filter(kept -> kept.folder().isEmpty()).isPresent()) {
            wrong.add("a store, in which traces are to be kept");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("ProxyConfigurationBuilder lacks: " + String.join(", ", wrong));
        }
        return new ProxyConfiguration(
                environment,
                acrPolicy,
                address,
                publicBaseUri,
                List.copyOf(clients),
                List.copyOf(backends),
                List.copyOf(applications),
                conformityMode,
                limits,
                traffic,
                operation,
                trustedCertificates,
                forwardProxy,
                Set.copyOf(trustedReverseProxies),
                traces,
                stores,
                browserLoginOptions,
                clientProbe,
                clock);
    }

    private static boolean hasTwins(Stream<String> names) {
        var all = names.toList();
        return Set.copyOf(all).size() < all.size();
    }
}
