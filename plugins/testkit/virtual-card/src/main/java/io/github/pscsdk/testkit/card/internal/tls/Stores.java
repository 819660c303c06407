package io.github.pscsdk.testkit.card.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** Makes PKCS#12 key stores in memory. */
final class Stores {
    private Stores() {}

    static KeyStore ofCertificate(String alias, X509Certificate certificate) {
        try {
            var store = empty();
            store.setCertificateEntry(alias, certificate);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate cannot be stored", e);
        }
    }

    static KeyStore ofKey(String alias, PrivateKey key, char[] password, Certificate[] chain) {
        try {
            var store = empty();
            store.setKeyEntry(alias, key, password, chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be stored", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("an empty store was not readable", e);
        }
    }
}
