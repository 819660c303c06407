package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;

/** A TLS client certificate. */
final class CertificateAuthentication extends ClientAuthentication {
    private final ClientCredentials credentials;
    private final X509Certificate certificate;

    private CertificateAuthentication(ClientCredentials credentials, X509Certificate certificate) {
        this.credentials = credentials;
        this.certificate = certificate;
    }

    static CertificateAuthentication of(KeyStore store, char[] password) {
        try {
            var alias = onlyKeyOf(store);
            if (store.getKey(alias, password) == null
                    || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
                throw new IllegalArgumentException("the key store holds no private key with its certificate");
            }
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return new CertificateAuthentication(
                    new ClientCredentials.Certificate(List.of(keys.getKeyManagers())), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be opened with this password", e);
        }
    }

    private static String onlyKeyOf(KeyStore store) throws KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException("the key store must hold exactly one private key, not " + keys.size());
        }
        return keys.get(0);
    }

    @Override
    ClientCredentials credentials() {
        return credentials;
    }

    @Override
    Optional<X509Certificate> certificate() {
        return Optional.of(certificate);
    }
}
