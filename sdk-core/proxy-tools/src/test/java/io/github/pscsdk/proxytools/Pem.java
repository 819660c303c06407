package io.github.pscsdk.proxytools;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;

/** The certificates of a store as text. */
final class Pem {
    private Pem() {}

    static String of(KeyStore store) throws GeneralSecurityException {
        var text = new StringBuilder();
        for (var alias : Collections.list(store.aliases())) {
            var bytes = store.getCertificate(alias).getEncoded();
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(bytes))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString();
    }
}
