package io.github.pscsdk.testkit.simulator.internal.api;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The {@code cnf} claim as ANS spells it: padded Base64 of the hexadecimal text of SHA-256, where RFC 8705 §3.1 wants
 * unpadded base64url of the bytes (pro-sante-connect, section 4.4).
 */
final class CertificateHash {
    private CertificateHash() {}

    static String of(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            var hex = HexFormat.of().formatHex(digest);
            return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that TLS accepted cannot be hashed", e);
        }
    }

    static JsonObject confirmation(String hash) {
        return new JsonObject().with("x5t#S256", hash);
    }
}
