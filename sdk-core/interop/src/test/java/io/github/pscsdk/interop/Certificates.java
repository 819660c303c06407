package io.github.pscsdk.interop;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certification authority of the moment, the wallet's certificate, and certificates for clients. */
final class Certificates {
    static final char[] PASSWORD = "fictif".toCharArray();

    private final HeldCertificate authority = authority("Autorité fictive");

    private static HeldCertificate authority(String name) {
        return common(name).certificateAuthority(0).build();
    }

    private static HeldCertificate.Builder common(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .organizationalUnit("interop")
                .duration(Duration.ofDays(1).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For a server on loopback, which asks for a client's certificate where it wants one. */
    SSLContext server() {
        var held = common("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslContext();
    }

    /** For whoever talks to such a server and shows no certificate. */
    SSLContext visitor() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslContext();
    }

    /** What a relying party has to trust. */
    KeyStore trust() throws GeneralSecurityException, IOException {
        var store = empty();
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    /** A client's key and certificate, under {@link #PASSWORD}. */
    KeyStore client(String name) throws GeneralSecurityException, IOException {
        return client(name, authority);
    }

    /** The same, issued by an authority that nobody knows. */
    KeyStore clientOfAnotherAuthority(String name) throws GeneralSecurityException, IOException {
        return client(name, authority("Autre autorité fictive"));
    }

    private static KeyStore client(String name, HeldCertificate issuer) throws GeneralSecurityException, IOException {
        var held = common(name).signedBy(issuer).build();
        var store = empty();
        store.setKeyEntry(
                name, held.keyPair().getPrivate(), PASSWORD, new Certificate[] {held.certificate(), issuer.certificate()
                });
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
