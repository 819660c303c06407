package io.github.pscsdk.testkit.card.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A hierarchy for TLS: root, intermediate, one server certificate for {@code localhost} and the loopback addresses,
 * and client certificates by name. Clients trust only the root, as they would trust that of the IGC-Santé.
 */
public final class TestHierarchy {
    private final char[] password;
    private final Authority root;
    private final Authority intermediate;
    private final Map<String, KeyStore> clients = new ConcurrentHashMap<>();

    /** Makes a hierarchy. */
    public TestHierarchy() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random).toCharArray();
        this.root = Authority.root("AC RACINE FICTIVE");
        this.intermediate = root.subordinate("AC INTERMEDIAIRE FICTIVE");
    }

    /** The password of every key in every store of this hierarchy. */
    public char[] password() {
        return password.clone();
    }

    /** The root certificate and nothing else. */
    public KeyStore trustStore() {
        return KeyStores.ofCertificate("root", root.certificate());
    }

    /** Key and chain of the client certificate with that CN; the same one each time. */
    public KeyStore clientKeyStore(String commonName) {
        return clients.computeIfAbsent(
                commonName, name -> intermediate.client(name).toKeyStore(password));
    }

    /** The server's side: its own certificate, and trust in the root for those of clients. */
    public SSLContext serverContext() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(intermediate.server().toKeyStore(password), password);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
