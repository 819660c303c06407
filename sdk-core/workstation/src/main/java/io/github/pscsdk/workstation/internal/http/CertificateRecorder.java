package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.internal.http.ServerCertificates.Shown;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager that records the server's certificates and leaves the decision to another one. Not an {@code
 * X509ExtendedTrustManager}: the JDK then adds its own check of algorithms. The one class of the workstation that sees
 * a certificate, and only a server's. Safe for any thread.
 */
final class CertificateRecorder implements X509TrustManager {
    private final X509TrustManager delegate;
    private volatile ServerCertificates shown = ServerCertificates.NONE;

    CertificateRecorder(X509TrustManager delegate) {
        this.delegate = delegate;
    }

    /** The certificates that the server has shown last. */
    ServerCertificates shown() {
        return shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        var now = new ServerCertificates(
                Arrays.stream(chain).map(CertificateRecorder::shown).toList());
        shown = now;
        try {
            delegate.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            e.addSuppressed(new RefusedException(now));
            throw e;
        }
    }

    /** The certificates of a failure, which bears it as suppressed. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient ServerCertificates shown;

        private RefusedException(ServerCertificates shown) {
            super("certificates were refused", null, false, false);
            this.shown = shown;
        }

        ServerCertificates shown() {
            return Objects.requireNonNull(shown);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        delegate.checkClientTrusted(chain, authType);
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

    private static Shown shown(X509Certificate certificate) {
        return new Shown(
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }
}
