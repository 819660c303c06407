package io.github.pscsdk.workstation.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager that records the server's certificates and leaves the decision to another one. Not an {@code
 * X509ExtendedTrustManager}: the JDK then adds its own check of algorithms. The one class of the workstation that sees
 * a certificate, and only a server's. Safe for any thread.
 */
final class CertificateRecorder implements X509TrustManager {
    private final X509TrustManager delegate;
    private volatile Chain shown = Chain.NONE;

    CertificateRecorder(X509TrustManager delegate) {
        this.delegate = delegate;
    }

    /** The certificates that the server has shown last. */
    Chain shown() {
        return shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        var now = new Chain(Arrays.stream(chain).map(CertificateRecorder::shown).toList());
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

        final transient Chain shown;

        private RefusedException(Chain shown) {
            super("certificates were refused", null, false, false);
            this.shown = shown;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        delegate.checkClientTrusted(chain, authType);
    }

    /** Whether a failure is about a server's certificate. */
    static boolean isRefusal(Throwable failure) {
        return ProbeResult.any(failure, CertificateException.class);
    }

    private static Chain.Shown shown(X509Certificate certificate) {
        return new Chain.Shown(
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return delegate.getAcceptedIssuers();
    }

    /**
     * The certificates that a server has shown, and whether somebody on the way made them.
     *
     * @param all its own first; empty where there was no handshake yet
     */
    record Chain(List<Shown> all) {
        static final Chain NONE = new Chain(List.of());

        // RFC 2253: attributes are parted by commas or plus signs, which stand escaped within a value.
        private static final Pattern ORGANISATION = Pattern.compile("(?:^|[,+])O=((?:\\\\.|[^,+\\\\])*)");

        /** One of them; its issuer is a distinguished name as in RFC 2253. */
        record Shown(String issuer, Instant from, Instant until) {}

        /** When all of them begin to be valid. */
        Optional<Instant> from() {
            return all.stream().map(Shown::from).max(Comparator.naturalOrder());
        }

        /** Whether one of them is no longer valid. */
        boolean hasExpired(Instant now) {
            return all.stream().anyMatch(shown -> now.isAfter(shown.until));
        }

        /** The product that made one of them, as the issuers of its certificates are named. */
        Optional<String> inspector() {
            var issuers = all.stream()
                    .map(shown -> shown.issuer.toLowerCase(Locale.ROOT))
                    .toList();
            return inspectors().stream()
                    .filter(name -> issuers.stream().anyMatch(issuer -> issuer.contains(name.toLowerCase(Locale.ROOT))))
                    .findFirst();
        }

        private static List<String> inspectors() {
            try (var file = Objects.requireNonNull(CertificateRecorder.class.getResourceAsStream("inspectors.txt"))) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Until when the server's own is valid, who issued them, and who inspects. */
        Map<String, String> facts() {
            var facts = new HashMap<String, String>();
            all.stream().findFirst().ifPresent(own -> facts.put("until", own.until.toString()));
            organisation().ifPresent(name -> facts.put("issuer", name));
            inspector().ifPresent(name -> facts.put("inspector", name));
            return facts;
        }

        /**
         * The organisation at the top of the chain. Not its common name: a certificate that somebody made at home may
         * bear a person's.
         */
        private Optional<String> organisation() {
            return all.isEmpty()
                    ? Optional.empty()
                    : ORGANISATION
                            .matcher(all.get(all.size() - 1).issuer)
                            .results()
                            .map(found -> SafeText.text(found.group(1).replace("\\", "")))
                            .findFirst();
        }
    }
}
