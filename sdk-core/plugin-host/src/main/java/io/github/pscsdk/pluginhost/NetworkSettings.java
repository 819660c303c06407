package io.github.pscsdk.pluginhost;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The way from a workstation to the server half, for the engine and the clients of its plug-ins: the HTTP proxy of the network, and the certification authorities that are trusted.
 * Immutable; grows by with-methods. Cannot be printed with its password by accident.
 */
public final class NetworkSettings {
    private static final NetworkSettings OF_SYSTEM =
            new NetworkSettings(Optional.empty(), Optional.empty(), List.of(), List.of());
    /** This machine, as in the JDK's {@code http.nonProxyHosts}. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1|0:0:0:0:0:0:0:1");

    private static final int LAST_PORT = 65_535;

    private final Optional<InetSocketAddress> proxy;
    private final Optional<String> authorization;
    private final List<Pattern> direct;
    private final List<X509Certificate> authorities;
    private Optional<X509TrustManager> trust = Optional.empty();

    private NetworkSettings(
            Optional<InetSocketAddress> proxy,
            Optional<String> authorization,
            List<Pattern> direct,
            List<X509Certificate> authorities) {
        this.proxy = proxy;
        this.authorization = authorization;
        this.direct = direct;
        this.authorities = authorities;
    }

    /**
     * The proxy that Java's own settings choose ({@code https.proxyHost}, {@code http.nonProxyHosts}, {@code java.net.useSystemProxies}, {@link
     * ProxySelector#setDefault}), without a name and a password; the authorities of Java and of the system, or those of {@code javax.net.ssl.trustStore} where Java was started with it.
     */
    public static NetworkSettings ofSystem() {
        return OF_SYSTEM;
    }

    /** Goes through that HTTP proxy instead of one of Java's settings; never to this machine. */
    public NetworkSettings withProxy(String host, int port) {
        if (host.isBlank() || port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a proxy has a host, and a port from 1 to " + LAST_PORT);
        }
        // Its name is looked up anew for each connection.
        var address = InetSocketAddress.createUnresolved(plain(host), port);
        return new NetworkSettings(Optional.of(address), authorization, direct, authorities);
    }

    /**
     * Shows a name and a password to the proxy, whichever setting chose it, by the scheme Basic: whoever listens between here and the proxy can read them.
     *
     * <p>The client of a plug-in, which is the JDK's, sends them for {@code https} only where Java was started with
     * {@code -Djdk.http.auth.tunneling.disabledSchemes=}.
     */
    public NetworkSettings withProxyLogin(String name, String password) {
        if (name.contains(":")) {
            throw new IllegalArgumentException("the name for a proxy has no colon (RFC 7617)");
        }
        var login = (name + ":" + Objects.requireNonNull(password, "password")).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(login);
        return new NetworkSettings(proxy, Optional.of(basic), direct, authorities);
    }

    /** Goes to these hosts directly, besides those that Java's settings except; {@code *} stands for any characters. */
    public NetworkSettings withoutProxyFor(String... hosts) {
        var all = new ArrayList<>(direct);
        Arrays.stream(hosts).map(NetworkSettings::pattern).forEach(all::add);
        return new NetworkSettings(proxy, authorization, List.copyOf(all), authorities);
    }

    private static Pattern pattern(String hosts) {
        return Arrays.stream(plain(hosts).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(".*"), Pattern::compile));
    }

    /** In small letters, and an IPv6 address without its brackets. */
    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    /**
     * Trusts the certificates of that file, too: the authority of a clinic that opens secure connections to look into them.
     *
     * @param pem read now
     * @throws IllegalArgumentException if it cannot be read, or holds anything but certificates in PEM
     */
    public NetworkSettings withAuthorities(Path pem) {
        try {
            var read = TrustedAuthorities.of(pem);
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no certificate is in " + pem);
            }
            var all = Stream.of(authorities, read).flatMap(List::stream).toList();
            return new NetworkSettings(proxy, authorization, direct, all);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no file of certificates in PEM: " + pem, e);
        }
    }

    /** Chooses the proxy for each connection, or none. */
    public ProxySelector proxySelector() {
        return new Selector();
    }

    /** The value of {@code Proxy-Authorization} with the name and the password. Search for callers in review. */
    public Optional<String> proxyAuthorization() {
        return authorization;
    }

    /** Reads the authorities where it is first asked for. */
    public synchronized X509TrustManager trustManager() {
        var made = trust.orElseGet(() -> TrustedAuthorities.with(authorities));
        trust = Optional.of(made);
        return made;
    }

    /** TLS for whoever trusts so, without a client certificate. */
    public static SSLContext tls(X509TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows TLS", e);
        }
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            var host = plain(Optional.ofNullable(uri.getHost()).orElse(""));
            if (direct.stream().anyMatch(hosts -> hosts.matcher(host).matches())) {
                return List.of(Proxy.NO_PROXY);
            }
            if (proxy.isEmpty()) {
                return ofJava().map(java -> java.select(uri)).orElse(List.of(Proxy.NO_PROXY));
            }
            return List.of(LOOPBACK.matcher(host).matches() ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, proxy.get()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            if (proxy.isEmpty()) {
                ofJava().ifPresent(java -> java.connectFailed(uri, address, why));
            }
        }

        private static Optional<ProxySelector> ofJava() {
            return Optional.ofNullable(ProxySelector.getDefault());
        }
    }
}
