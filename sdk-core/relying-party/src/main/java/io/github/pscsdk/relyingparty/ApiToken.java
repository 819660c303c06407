package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.json.CertificateConfirmation;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** An access token for one target API, in the name of one professional. Never leaves the server half. */
public final class ApiToken {
    private final String value;
    private final Instant expiresAt;

    ApiToken(String value, Instant expiresAt) {
        this.value = value;
        this.expiresAt = expiresAt;
    }

    /** Returns the token itself, for an {@code Authorization} header. Search for callers in review. */
    public String reveal() {
        return value;
    }

    /** When the API stops accepting it. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /**
     * Whether the token is bound to a TLS client certificate ({@code cnf} with {@code x5t#S256}). One that is no
     * readable JWT may be bound all the same.
     */
    public boolean isBoundToCertificate() {
        return CertificateConfirmation.in(value).isPresent();
    }

    /**
     * Whether that certificate is this one, its hash spelt as in RFC 8705, section 3.1, or as ANS's authorization
     * servers do (base64 of its hexadecimal text).
     */
    public boolean isBoundTo(X509Certificate certificate) {
        return CertificateConfirmation.in(value)
                .filter(bound -> bound.isOf(certificate))
                .isPresent();
    }

    @Override
    public String toString() {
        return "ApiToken[until " + expiresAt + "]";
    }
}
