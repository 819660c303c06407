package io.github.pscsdk.pluginhost;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorities of Java, of the system, and of files; key stores are read without a password. */
final class TrustedAuthorities {
    private static final Logger log = LoggerFactory.getLogger(TrustedAuthorities.class);
    private static final Path DEBIAN = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private TrustedAuthorities() {}

    /**
     * Trusts those of Java, of the system and these. A trust store that Java was started with takes the place of the
     * system's.
     */
    static X509TrustManager with(List<X509Certificate> more) {
        try {
            var system =
                    System.getProperty("javax.net.ssl.trustStore") == null ? ofSystem() : List.<X509Certificate>of();
            var all = Stream.of(Arrays.asList(trusting(null).getAcceptedIssuers()), system, more)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var authority : all) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the trust store of Java cannot be used", e);
        }
    }

    /** Without a store, those of Java. */
    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return Arrays.stream(managers.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<X509Certificate> of(Path pem) throws IOException, GeneralSecurityException {
        // The JDK reads it byte by byte.
        try (var file = new BufferedInputStream(Files.newInputStream(pem))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static List<X509Certificate> ofSystem() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return ofStore("Windows-ROOT");
        }
        if (system.startsWith("mac")) {
            return Stream.of("KeychainStore", "KeychainStore-ROOT")
                    .map(TrustedAuthorities::ofStore)
                    .flatMap(List::stream)
                    .toList();
        }
        try {
            return Files.exists(DEBIAN) ? of(DEBIAN) : List.of();
        } catch (IOException | GeneralSecurityException e) {
            return unreadable(DEBIAN.toString(), e);
        }
    }

    private static List<X509Certificate> ofStore(String type) {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            var found = new ArrayList<X509Certificate>();
            for (var alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)
                        && store.getCertificate(alias) instanceof X509Certificate authority) {
                    found.add(authority);
                }
            }
            return found;
        } catch (IOException | GeneralSecurityException e) {
            return unreadable(type, e);
        }
    }

    private static List<X509Certificate> unreadable(String what, Exception why) {
        log.info(
                "{} of the system's authorities cannot be read: {}",
                what,
                why.getClass().getName());
        return List.of();
    }
}
