package io.github.pscsdk.httpclient;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTTP proxy through which calls leave a network. Immutable; grows by with-methods. Cannot be printed with its
 * password by accident. Knows nothing of OkHttp, so that the JDK's client can use it, too.
 */
public final class ForwardProxy {
    private static final ForwardProxy OF_JAVA = new ForwardProxy(Optional.empty(), Optional.empty(), List.of());
    /** This machine, as in the JDK's {@code http.nonProxyHosts}. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1|0:0:0:0:0:0:0:1");

    private static final int LAST_PORT = 65_535;

    private final Optional<InetSocketAddress> address;
    private final Optional<String> authorization;
    private final List<Pattern> direct;

    private ForwardProxy(Optional<InetSocketAddress> address, Optional<String> authorization, List<Pattern> direct) {
        this.address = address;
        this.authorization = authorization;
        this.direct = direct;
    }

    /**
     * The proxy that Java's own settings choose ({@code https.proxyHost}, {@code http.nonProxyHosts}, {@code
     * java.net.useSystemProxies}, {@link ProxySelector#setDefault}), without a name and a password.
     */
    public static ForwardProxy ofJava() {
        return OF_JAVA;
    }

    /** That proxy instead of one of Java's settings; it is never asked for this machine. */
    public ForwardProxy withAddress(String host, int port) {
        if (host.isBlank() || port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a proxy has a host, and a port from 1 to " + LAST_PORT);
        }
        // Its name is looked up anew for each connection.
        return new ForwardProxy(
                Optional.of(InetSocketAddress.createUnresolved(plain(host), port)), authorization, direct);
    }

    /** The same, written as {@code host:port}. */
    public ForwardProxy withAddress(String hostAndPort) {
        try {
            var written = new URI("http://" + hostAndPort);
            if (written.getHost() != null && hostAndPort.equals(written.getHost() + ":" + written.getPort())) {
                return withAddress(written.getHost(), written.getPort());
            }
        } catch (URISyntaxException e) {
            // Told below, without the value.
        }
        throw new IllegalArgumentException("a proxy is written as host:port");
    }

    /**
     * Shows a name and a password to the proxy, whichever setting chose it, by the scheme Basic: whoever listens
     * between here and the proxy can read them.
     */
    public ForwardProxy withLogin(String name, String password) {
        if (name.isBlank() || name.contains(":")) {
            throw new IllegalArgumentException("the name for a proxy is not blank, and has no colon (RFC 7617)");
        }
        var login = (name + ":" + Objects.requireNonNull(password, "password")).getBytes(StandardCharsets.UTF_8);
        return new ForwardProxy(
                address, Optional.of("Basic " + Base64.getEncoder().encodeToString(login)), direct);
    }

    /**
     * Leaves these hosts out; {@code *} stands for any characters. The exceptions of Java's settings count only where
     * these choose the proxy, not beside an {@linkplain #withAddress(String, int) address}.
     */
    public ForwardProxy except(String... hosts) {
        var all = new ArrayList<>(direct);
        Arrays.stream(Objects.requireNonNull(hosts, "hosts"))
                .map(ForwardProxy::pattern)
                .forEach(all::add);
        return new ForwardProxy(address, authorization, List.copyOf(all));
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

    /** Where it is; empty where Java's settings choose. */
    public Optional<InetSocketAddress> address() {
        return address;
    }

    /** The value of {@code Proxy-Authorization} with the name and the password. Search for callers in review. */
    public Optional<String> authorization() {
        return authorization;
    }

    /** Whether a call to that address goes through a proxy. */
    public boolean isFor(URI uri) {
        return selector().select(uri).get(0).type() != Proxy.Type.DIRECT;
    }

    /** Chooses the proxy for each connection, or none. */
    public ProxySelector selector() {
        return new Selector();
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            var host = plain(Optional.ofNullable(uri.getHost()).orElse(""));
            if (direct.stream().anyMatch(hosts -> hosts.matcher(host).matches())) {
                return List.of(Proxy.NO_PROXY);
            }
            if (address.isEmpty()) {
                return ofJava().map(java -> java.select(uri)).orElse(List.of(Proxy.NO_PROXY));
            }
            return List.of(
                    LOOPBACK.matcher(host).matches() ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, address.get()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress there, IOException why) {
            if (address.isEmpty()) {
                ofJava().ifPresent(java -> java.connectFailed(uri, there, why));
            }
        }

        private static Optional<ProxySelector> ofJava() {
            return Optional.ofNullable(ProxySelector.getDefault());
        }
    }
}
