package io.github.pscsdk.workstation.internal.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts whom another one trusts, and keeps the certificates that were shown. Not an {@code X509ExtendedTrustManager}: the JDK then adds
 * its own check of algorithms. The one class of the workstation that sees a certificate, and only a server's. Safe for any thread.
 */
final class CertificateRecorder implements X509TrustManager {
    private final X509TrustManager judge;
    private volatile List<ServerCertificate> chain = List.of();

    CertificateRecorder(X509TrustManager judge) {
        this.judge = judge;
    }

    /** Makes connections that are judged here, and that have no key to show. */
    SSLSocketFactory sockets() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows TLS", e);
        }
    }

    /** As it was shown, the server's own first; empty where none was shown yet. */
    List<ServerCertificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        chain = Arrays.stream(shown).map(CertificateRecorder::certificate).toList();
        judge.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        judge.checkClientTrusted(shown, authType);
    }

    private static ServerCertificate certificate(X509Certificate shown) {
        return new ServerCertificate(
                shown.getIssuerX500Principal().getName(),
                shown.getNotBefore().toInstant(),
                shown.getNotAfter().toInstant());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
