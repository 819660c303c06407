package io.github.pscsdk.relyingparty.internal.json;

import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The certificate that an API's access token says to be bound to, unverified: RFC 8705, section 3.1, and ANS's own
 * spelling of it.
 *
 * @param hash {@code x5t#S256} as it stands in the token
 */
public record CertificateConfirmation(String hash) {
    /** The confirmation in a token; empty where it has none, or is no JWT that can be read. */
    public static Optional<CertificateConfirmation> in(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims =
                    RelyingPartyJson.readObject(Base64.getUrlDecoder().decode(parts[1]), CertificateConfirmation.class);
            return Optional.ofNullable(claims.path("cnf").path("x5t#S256").textValue())
                    .filter(text -> !text.isBlank())
                    .map(CertificateConfirmation::new);
        } catch (IllegalArgumentException | UnreadableJsonException e) {
            // Opaque to us, as every token of an API may be.
            return Optional.empty();
        }
    }

    public boolean isOf(X509Certificate certificate) {
        var digest = digest(certificate);
        var hex = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        var plain = hash.replace("=", "").replace('+', '-').replace('/', '_');
        try {
            var written = Base64.getUrlDecoder().decode(plain);
            return MessageDigest.isEqual(written, digest)
                    || MessageDigest.isEqual(
                            new String(written, StandardCharsets.ISO_8859_1)
                                    .toLowerCase(Locale.ROOT)
                                    .getBytes(StandardCharsets.ISO_8859_1),
                            hex);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] digest(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that TLS uses cannot be hashed", e);
        }
    }
}
