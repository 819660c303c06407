package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells from an exception of a call why no answer came. */
public final class NetworkFailures {
    // How the JDK writes an alert of the other side: RFC 8446, section 6.2.
    private static final Pattern ALERT = Pattern.compile(".*fatal alert: (\\w+).*", Pattern.DOTALL);
    private static final Set<String> ABOUT_OUR_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied",
            "certificate_required");

    private NetworkFailures() {}

    public static Problem problem(Throwable failure, boolean certificate) {
        if (any(failure, TimeoutException.class) || any(failure, InterruptedIOException.class)) {
            return ServerProblem.PSC_SLOW;
        }
        if (any(failure, UnknownHostException.class)) {
            return ServerProblem.HOST_NOT_RESOLVED;
        }
        if (any(failure, SSLPeerUnverifiedException.class)
                || any(failure, CertificateException.class)
                || any(failure, CertPathValidatorException.class)) {
            return ServerProblem.PSC_NOT_TRUSTED;
        }
        if (alert(failure).filter(ABOUT_OUR_CERTIFICATE::contains).isPresent()) {
            return certificate ? ServerProblem.CLIENT_CERTIFICATE_REFUSED : ServerProblem.CLIENT_CERTIFICATE_DEMANDED;
        }
        return any(failure, SSLException.class) ? ServerProblem.TLS_NOT_AGREED : LoginProblem.PSC_UNAVAILABLE;
    }

    private static Optional<String> alert(Throwable failure) {
        return chain(failure)
                .map(cause -> ALERT.matcher(String.valueOf(cause.getMessage())))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static boolean any(Throwable failure, Class<? extends Throwable> type) {
        return chain(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
