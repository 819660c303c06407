package io.github.pscsdk.testkit.card.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A hierarchy for TLS: root, intermediate, a server certificate for loopback, and client certificates by name. */
public final class TestHierarchy {
    private final char[] password;
    private final Validity validity = Validity.aroundNow(1, 30);
    private final Authority root;
    private final Authority intermediate;
    private final Map<String, KeyStore> clients = new ConcurrentHashMap<>();

    public TestHierarchy() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random).toCharArray();
        var name = "C=FR, O=SIMULATEUR, CN=AC %s FICTIVE";
        this.root = new Authority(Optional.empty(), name.formatted("RACINE"), validity);
        this.intermediate = new Authority(Optional.of(root), name.formatted("INTERMEDIAIRE"), validity);
    }

    /** The password of every key in every store of this hierarchy. */
    public char[] password() {
        return password.clone();
    }

    public KeyStore trustStore() {
        return root.trustStore();
    }

    /** Key and chain of the client certificate with that CN; the same one each time. */
    public KeyStore clientKeyStore(String commonName) {
        return clients.computeIfAbsent(commonName, name -> intermediate.client(name, validity, password));
    }

    /** The server's side: its own certificate, and trust in the root for those of clients. */
    public SSLContext serverContext() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(intermediate.server(validity, password), password);
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
