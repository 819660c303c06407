package io.github.pscsdk.proxy.internal.settings;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.sessionstore.KeyRing;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of a proxy, as its builder or its file has them.
 *
 * @param environment the Pro Santé Connect to talk to
 * @param acrPolicy with which levels of assurance people are let in
 * @param address where to listen; port 0 is any free one
 * @param publicBaseUri how browsers reach the proxy; empty means the address it listens on
 * @param clients the client ids registered at Pro Santé Connect
 * @param backends the target APIs behind {@code /send}
 * @param applications who may call
 * @param conformityMode whether the contract's paths are exactly ANS's: no application token, no limit of attempts
 * @param limits how many logins may be started
 * @param traffic how much goes through
 * @param operation how it is operated
 * @param trustedCertificates certification authorities instead of the Java platform's
 * @param forwardProxy through which calls to Pro Santé Connect, authorization servers and backends go out
 * @param trustedReverseProxies from whom a forwarded address is believed
 * @param traces where traces outlive a restart; empty means bounded memory
 * @param stores where sessions are kept; empty means the memory of this process
 * @param browserLoginOptions what browser logins ask of Pro Santé Connect, unless their caller asks for more
 * @param clientProbe whether a diagnosis asks Pro Santé Connect if it takes the clients
 * @param clock tells the time
 */
public record ProxyConfiguration(
        PscEnvironment environment,
        AcrPolicy acrPolicy,
        InetSocketAddress address,
        Optional<URI> publicBaseUri,
        List<RegisteredClient> clients,
        List<Backend> backends,
        List<RegisteredApplication> applications,
        boolean conformityMode,
        AttemptLimits limits,
        TrafficLimits traffic,
        OperationSettings operation,
        Optional<KeyStore> trustedCertificates,
        ForwardProxy forwardProxy,
        Set<AddressRange> trustedReverseProxies,
        Optional<TraceSettings> traces,
        Optional<StoreSource> stores,
        BrowserLogin.Options browserLoginOptions,
        boolean clientProbe,
        Clock clock) {
    /** @throws IllegalStateException if something is missing or named twice; the message says all of it */
    public ProxyConfiguration {
        clients = List.copyOf(clients);
        backends = List.copyOf(backends);
        applications = List.copyOf(applications);
        trustedReverseProxies = Set.copyOf(trustedReverseProxies);
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
            throw new IllegalStateException("the proxy lacks: " + String.join(", ", wrong));
        }
    }

    /** @throws IllegalArgumentException if browsers cannot reach a proxy by it */
    public static URI checkedPublicBase(URI base) {
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("the public base URI has a host and no query");
        }
        return base;
    }

    private static boolean hasTwins(Stream<String> names) {
        var all = names.toList();
        return Set.copyOf(all).size() < all.size();
    }

    /** Where the tokens of all backends come from that ask for one. */
    public List<ApiAudience> audiences() {
        return backends.stream()
                .map(Backend::audience)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Environment and address only. */
    @Override
    public String toString() {
        return "ProxyConfiguration[" + environment + ", " + address + "]";
    }

    /**
     * How many logins may be started.
     *
     * @param perCaller by one caller (application token and address) within the window; a practice may share one
     *     address
     * @param perNationalId for one professional within the window, whoever asks
     * @param window over which attempts are counted, sliding
     */
    public record AttemptLimits(int perCaller, int perNationalId, Duration window) {
        private static final int CODES_PER_LOGIN = 3;

        /** 60 per caller and 5 per professional within 10 minutes. */
        public static final AttemptLimits DEFAULT = new AttemptLimits(60, 5, Duration.ofMinutes(10));

        /** How many codes of browser logins one caller may give within the window: three for each login. */
        public int codesPerCaller() {
            return (int) Math.min(Integer.MAX_VALUE, (long) CODES_PER_LOGIN * perCaller);
        }

        public AttemptLimits {
            if (perCaller < 1 || perNationalId < 1 || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("limits are at least one attempt within a window longer than zero");
            }
        }
    }

    /**
     * How much goes through.
     *
     * @param bodyBytes the largest body of a request to a backend, and of its response
     * @param connectionsPerAddress how many connections one address may have at once, but for a trusted reverse proxy
     * @param pendingLogins how many logins may be pending at once, in both ways in
     * @param connectWithin how long a caller of {@code /connect} waits at most, from one second to ten minutes; empty
     *     where Pro Santé Connect says so alone
     */
    public record TrafficLimits(
            long bodyBytes, int connectionsPerAddress, int pendingLogins, Optional<Duration> connectWithin) {
        /**
         * 8 MiB; 2,000 connections, for a hospital behind one address; 10,000 logins; as long as Pro Santé Connect lets
         * a professional answer.
         */
        public static final TrafficLimits DEFAULT = new TrafficLimits(8 * 1024 * 1024, 2000, 10_000, Optional.empty());

        public TrafficLimits {
            if (bodyBytes < 1 || connectionsPerAddress < 1 || pendingLogins < 1) {
                throw new IllegalArgumentException("limits are at least one byte, one connection and one login");
            }
            if (connectWithin
                    .filter(limit -> limit.toSeconds() < 1 || limit.compareTo(Duration.ofMinutes(10)) > 0)
                    .isPresent()) {
                throw new IllegalArgumentException("a caller of /connect waits for one second to ten minutes");
            }
        }
    }

    /**
     * How a proxy is operated.
     *
     * @param metrics whether an operator's token may read metrics at {@code /metrics}
     * @param stopWithin how long a stop waits for what is under way
     * @param reloadEvery how often a proxy that was started with a file looks whether the files that it names have
     *     changed
     */
    public record OperationSettings(boolean metrics, Duration stopWithin, Duration reloadEvery) {
        /** Without metrics; 20 seconds, since an orchestrator leaves a service some 30; every 30 seconds. */
        public static final OperationSettings DEFAULT =
                new OperationSettings(false, Duration.ofSeconds(20), Duration.ofSeconds(30));

        public OperationSettings {
            if (stopWithin.isNegative()) {
                throw new IllegalArgumentException("a stop takes no negative time");
            }
            if (reloadEvery.toMillis() < 1) {
                throw new IllegalArgumentException("there is a pause between two looks at files");
            }
        }
    }

    /**
     * Where traces outlive a restart. Immutable.
     *
     * @param folder of one proxy alone, made where needed; empty means the store that all nodes share
     * @param keyRing encrypts them in the folder; without one they are in plain text there. Lines that were written
     *     before stay readable with one
     * @param retention how long they are kept, a day at least; a folder loses whole days
     */
    public record TraceSettings(Optional<Path> folder, Optional<KeyRing> keyRing, Duration retention) {
        /** Six months: the least that the CNIL recommends for the log of accesses to personal data. */
        public static final Duration DEFAULT_RETENTION = Duration.ofDays(184);

        public TraceSettings {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(keyRing, "keyRing");
            if (retention.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("traces are kept for at least one day");
            }
        }

        /** In the store that all nodes share, for {@link #DEFAULT_RETENTION}. */
        public static TraceSettings inStore() {
            return new TraceSettings(Optional.empty(), Optional.empty(), DEFAULT_RETENTION);
        }
    }

    /**
     * A software's client id at Pro Santé Connect, and how it is proved there. Prints no secret.
     *
     * @param authentication a certificate also serves at backends that ask for no token; at the others that of the
     *     {@link io.github.pscsdk.relyingparty.ApiClientRegistration} does, to which tokens are bound (RFC 8705,
     *     section 3)
     */
    public record RegisteredClient(String id, ClientAuthentication authentication) {
        public RegisteredClient {
            if (id.isBlank()) {
                throw new IllegalArgumentException("the client id is empty");
            }
            Objects.requireNonNull(authentication, "authentication");
        }

        @Override
        public String toString() {
            return "RegisteredClient[" + id + ", " + authentication + "]";
        }
    }

    /**
     * An application that may call the proxy, by the SHA-256 sum of the token that the vendor issued to it: a random
     * value of at least 128 bits.
     *
     * @param name whose it is; stands in logs
     * @param sha256 64 hexadecimal digits, the case does not count
     * @param operator whether its owner may read the traces of everybody
     */
    public record RegisteredApplication(String name, String sha256, boolean operator) {
        private static final Pattern SUM = Pattern.compile("[0-9a-fA-F]{64}");

        public RegisteredApplication {
            Objects.requireNonNull(name, "name");
            if (!SUM.matcher(sha256).matches()) {
                throw new IllegalArgumentException(
                        "an application token is configured as its SHA-256 sum: 64 hex digits");
            }
        }

        /** The sum to configure for a token, for embedders and tests. */
        public static String sha256Of(String token) {
            return HexFormat.of().formatHex(digest(token));
        }

        /** Compares with the SHA-256 sum of a presented token, in constant time. */
        public boolean isSumOf(byte[] digest) {
            return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
        }

        /** The SHA-256 sum of a token as it was presented. */
        public static byte[] digest(String token) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "RegisteredApplication[" + name + "]";
        }
    }
}
