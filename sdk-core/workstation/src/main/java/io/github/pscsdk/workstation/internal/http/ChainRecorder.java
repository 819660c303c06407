package io.github.pscsdk.workstation.internal.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.platform.Platform;

/**
 * Trusts whom another one trusts, and keeps the certificates that were shown. Not an {@code X509ExtendedTrustManager}: the JDK then adds
 * its own check of algorithms. The one class of the workstation that sees a certificate, and only a server's. Safe for any thread.
 */
final class ChainRecorder implements X509TrustManager {
    private final X509TrustManager judge;
    private volatile List<ShownCertificate> chain = List.of();

    ChainRecorder(X509TrustManager judge) {
        this.judge = judge;
    }

    /** By OkHttp's own hand, of its internal part: a class here that named the JDK's TLS context could hold a client's key. */
    SSLSocketFactory sockets() {
        return Platform.get().newSslSocketFactory(this);
    }

    /** As it was shown, the server's own first; empty where none was shown yet. */
    List<ShownCertificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        chain = Arrays.stream(shown).map(ChainRecorder::certificate).toList();
        judge.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        judge.checkClientTrusted(shown, authType);
    }

    private static ShownCertificate certificate(X509Certificate shown) {
        return new ShownCertificate(
                shown.getIssuerX500Principal().getName(),
                shown.getNotBefore().toInstant(),
                shown.getNotAfter().toInstant());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
