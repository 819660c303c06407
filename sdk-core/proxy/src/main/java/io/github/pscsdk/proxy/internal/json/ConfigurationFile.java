package io.github.pscsdk.proxy.internal.json;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The members of a configuration file, as {@link ConfigurationText} reads it; {@code proxy.example.json} shows all of
 * them.
 */
public record ConfigurationFile(
        Optional<Bind> bind,
        Optional<URI> publicBaseUri,
        Environment environment,
        Acr acr,
        List<Client> clients,
        List<BackendEntry> backends,
        List<Application> applications,
        boolean conformityMode,
        List<String> dangerously,
        Optional<Limits> limits,
        Optional<KeyStoreFile> trustStore,
        Optional<HttpProxy> httpProxy,
        List<String> trustedReverseProxies,
        Optional<Traces> traces,
        Optional<Login> login,
        Optional<Boolean> clientProbe,
        Optional<Operation> operation,
        Optional<Store> store) {
    /** Where to listen. */
    public record Bind(Optional<String> address, int port) {}

    /** {@code production}, {@code sandbox}, or {@code custom} with its two addresses. */
    public record Environment(Optional<String> name, Optional<URI> issuer, Optional<URI> authorizationEndpoint) {}

    /** Accepted levels of assurance, and whether there must be one. */
    public record Acr(Optional<List<String>> accepted, Optional<Boolean> required) {}

    /**
     * {@code secret_basic} or {@code secret_post} with a secret, {@code mtls} with a PKCS#12 file and its password; for
     * a backend also {@code certificate_of_psc} and {@code dangerously_client_of_psc}.
     */
    public record Client(
            Optional<String> id,
            Optional<String> method,
            Optional<Secret> secret,
            Optional<String> keyStore,
            Optional<Secret> password) {}

    /** Exactly one of: the text of a file, an environment variable, the secret itself. */
    public record Secret(Optional<String> file, Optional<String> variable, Optional<String> value) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** A target API; with {@code tokenExchange} it asks for a token. */
    public record BackendEntry(String name, URI baseUri, Optional<TokenExchange> tokenExchange) {}

    /**
     * Where a backend's tokens come from, and which client the proxy is there: written as those of Pro Santé Connect.
     */
    public record TokenExchange(
            Optional<URI> tokenEndpoint,
            Optional<URI> revocationEndpoint,
            List<String> scopes,
            Optional<Client> client) {
        public TokenExchange {
            scopes = orEmpty(scopes);
        }
    }

    /** An application token by its SHA-256 sum. */
    public record Application(String name, String sha256, boolean operator) {}

    /**
     * Attempts within the window; and how much goes through. {@code window} and {@code connectWithin} are ISO 8601
     * durations.
     */
    public record Limits(
            Optional<Integer> perCaller,
            Optional<Integer> perNationalId,
            Optional<String> window,
            Optional<Long> bodyBytes,
            Optional<Integer> connectionsPerAddress,
            Optional<Integer> pendingLogins,
            Optional<String> connectWithin) {}

    /** How the proxy is operated; {@code stopWithin} and {@code reloadEvery} are ISO 8601 durations. */
    public record Operation(Optional<Boolean> metrics, Optional<String> stopWithin, Optional<String> reloadEvery) {}

    /** A PKCS#12 file. */
    public record KeyStoreFile(Optional<String> file, Optional<Secret> password) {}

    /** The proxy through which calls go out, as {@code host:port}. */
    public record HttpProxy(
            Optional<String> address, Optional<String> user, Optional<Secret> password, List<String> except) {
        /** Exceptions that the file leaves out are none. */
        public HttpProxy {
            except = orEmpty(except);
        }
    }

    /** Parameters of browser logins: {@code prompt} is {@code login}, {@code maxAge} an ISO 8601 duration. */
    public record Login(Optional<String> prompt, Optional<String> maxAge, Optional<String> identityProvider) {}

    /** A folder, or the store beside; and how long they are kept, an ISO 8601 duration. */
    public record Traces(Optional<String> directory, Optional<Boolean> inStore, Optional<String> retention) {}

    /** Where sessions are kept: one of a file, PostgreSQL and Redis, and a file with the keys that encrypt them. */
    public record Store(
            Optional<String> keyRing, Optional<String> file, Optional<Postgresql> postgresql, Optional<Redis> redis) {}

    /** A database by the address that its driver knows. */
    public record Postgresql(Optional<String> url, Optional<String> user, Optional<Secret> password) {}

    /** One server, or Sentinels with the name of their master; each as {@code host:port}. */
    public record Redis(
            Optional<String> server,
            Optional<String> master,
            List<String> sentinels,
            Optional<String> user,
            Optional<Secret> password,
            Optional<String> sentinelUser,
            Optional<Secret> sentinelPassword,
            Optional<Boolean> tls,
            Optional<KeyStoreFile> trustStore,
            Optional<KeyStoreFile> clientCertificate,
            Optional<String> prefix) {
        public Redis {
            sentinels = orEmpty(sentinels);
        }
    }

    /** Lists that the file leaves out are empty, and so are the environment and the levels of assurance. */
    public ConfigurationFile {
        environment = environment == null
                ? new Environment(Optional.empty(), Optional.empty(), Optional.empty())
                : environment;
        acr = acr == null ? new Acr(Optional.empty(), Optional.empty()) : acr;
        clients = orEmpty(clients);
        backends = orEmpty(backends);
        applications = orEmpty(applications);
        dangerously = orEmpty(dangerously);
        trustedReverseProxies = orEmpty(trustedReverseProxies);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
