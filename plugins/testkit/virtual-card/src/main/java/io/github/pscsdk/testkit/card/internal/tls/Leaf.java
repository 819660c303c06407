package io.github.pscsdk.testkit.card.internal.tls;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** An end-entity key with its chain, without the root. */
record Leaf(PrivateKey key, List<X509Certificate> chain) {
    KeyStore toKeyStore(char[] password) {
        return KeyStores.ofKey("key", key, password, chain.toArray(new X509Certificate[0]));
    }

    @Override
    public String toString() {
        return "Leaf[" + chain.size() + " certificates]";
    }
}
