package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.internal.http.ProbeResult.ServerCertificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager that records the server's certificates and leaves the decision to another one. Not an {@code X509ExtendedTrustManager}:
 * the JDK then adds its own check of algorithms. The one class of the workstation that sees a certificate, and only a server's. Safe for any thread.
 */
final class CertificateRecorder implements X509TrustManager {
    private final X509TrustManager delegate;
    private volatile List<ServerCertificate> chain = List.of();

    CertificateRecorder(X509TrustManager delegate) {
        this.delegate = delegate;
    }

    /** The server's own certificate first; empty where there was no handshake yet. */
    List<ServerCertificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        chain = Arrays.stream(shown).map(CertificateRecorder::certificate).toList();
        delegate.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        delegate.checkClientTrusted(shown, authType);
    }

    /** The problem that the JDK has with a server's certificate; empty where the failure is about something else. */
    static Optional<WorkstationProblem> refusal(Throwable failure) {
        if (ProbeResult.any(failure, CertificateExpiredException.class)) {
            return Optional.of(WorkstationProblem.CERTIFICATE_EXPIRED);
        }
        if (ProbeResult.any(failure, CertificateNotYetValidException.class)) {
            // Certificates are not issued ahead of time.
            return Optional.of(WorkstationProblem.CLOCK_WRONG);
        }
        return ProbeResult.any(failure, CertificateException.class)
                ? Optional.of(WorkstationProblem.CERTIFICATE_NOT_TRUSTED)
                : Optional.empty();
    }

    private static ServerCertificate certificate(X509Certificate shown) {
        return new ServerCertificate(
                shown.getIssuerX500Principal().getName(),
                shown.getNotBefore().toInstant(),
                shown.getNotAfter().toInstant());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }
}
