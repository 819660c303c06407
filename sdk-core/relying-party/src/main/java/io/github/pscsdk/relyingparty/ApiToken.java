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
     * Whether the token says that the API takes it over TLS with a certain client certificate alone ({@code cnf} with {@code
     * x5t#S256}). A token that is not a readable JWT says nothing, and may be bound all the same.
     */
    public boolean isBoundToCertificate() {
        return CertificateConfirmation.in(value).isPresent();
    }

    /**
     * Whether that certificate is this one. Both spellings of its hash are known: that of RFC 8705, section 3.1 (base64url of the hash),
     * and that of ANS's authorization servers (base64 of the hash's hexadecimal text).
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
