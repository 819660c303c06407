package io.github.pscsdk.relyingparty.internal.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The trust manager and the socket factory, with the client's key if it has one, for TLS. */
record TlsMaterial(SSLSocketFactory sockets, X509TrustManager trust) {

    static TlsMaterial of(Optional<ClientCredentials.Certificate> client, Optional<KeyStore> authorities) {
        try {
            var trust = trustManager(authorities.orElse(null));
            var context = SSLContext.getInstance("TLS");
            context.init(keyManagers(client), new X509TrustManager[] {trust}, null);
            return new TlsMaterial(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be used on this Java platform", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyManager[] keyManagers(Optional<ClientCredentials.Certificate> client) {
        return client.map(ClientCredentials.Certificate::keyManagers)
                .orElse(List.of())
                .toArray(KeyManager[]::new);
    }
}
