package io.github.pscsdk.pluginhost;

import io.github.pscsdk.httpclient.ForwardProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The way from a workstation to the server half, for the engine and the clients of its plug-ins: the HTTP proxy of the
 * network, and the certification authorities that are trusted. Immutable; grows by with-methods. Cannot be printed with
 * its password by accident.
 */
public final class NetworkSettings {
    private static final NetworkSettings OF_SYSTEM = new NetworkSettings(ForwardProxy.ofJava(), List.of());

    private final ForwardProxy proxy;
    private final List<X509Certificate> authorities;
    private Optional<X509TrustManager> trust = Optional.empty();

    private NetworkSettings(ForwardProxy proxy, List<X509Certificate> authorities) {
        this.proxy = proxy;
        this.authorities = authorities;
    }

    /**
     * The proxy {@linkplain ForwardProxy#ofJava of Java's own settings}, without a name and a password; the authorities
     * of Java and of the system, or those of {@code javax.net.ssl.trustStore} where Java was started with it.
     */
    public static NetworkSettings ofSystem() {
        return OF_SYSTEM;
    }

    /**
     * Goes through that HTTP proxy, or to some hosts directly.
     *
     * <p>The client of a plug-in, which is the JDK's, shows a {@linkplain ForwardProxy#withLogin name and password} for
     * {@code https} only where Java was started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}.
     */
    public NetworkSettings withProxy(ForwardProxy other) {
        return new NetworkSettings(Objects.requireNonNull(other, "other"), authorities);
    }

    /**
     * Trusts the certificates of that file, too: the authority of a clinic that opens secure connections to look into
     * them.
     *
     * @param pem read now
     * @throws IllegalArgumentException if it cannot be read, or holds anything but certificates in PEM
     */
    public NetworkSettings withAuthorities(Path pem) {
        try {
            var read = TrustedAuthorities.of(Objects.requireNonNull(pem, "pem"));
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no certificate is in " + pem);
            }
            return new NetworkSettings(
                    proxy, Stream.of(authorities, read).flatMap(List::stream).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no file of certificates in PEM: " + pem, e);
        }
    }

    /** The way out. */
    public ForwardProxy proxy() {
        return proxy;
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
}
