package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** An RSA key of 2048 bits that signs with RS256, as the keys of Pro Santé Connect do. */
public final class SigningKey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final String kid;

    SigningKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = (RSAPublicKey) pair.getPublic();
        // RFC 7638: the thumbprint hashes the required members in alphabetical order. 43 characters, like PSC's kids.
        var members =
                new JsonObjectBuilder().with("e", exponent()).with("kty", "RSA").with("n", modulus());
        this.kid = BASE64URL.encodeToString(sha256(members.text()));
    }

    /** Makes a new key, which takes some tenths of a second. */
    static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    public String kid() {
        return kid;
    }

    public String sign(JsonObjectBuilder claims) {
        return sign(claims, kid);
    }

    /** The same under a {@code kid} that may be another key's. */
    String sign(JsonObjectBuilder claims, String claimedKid) {
        var header =
                new JsonObjectBuilder().with("alg", "RS256").with("typ", "JWT").with("kid", claimedKid);
        var input = base64url(header.text()) + "." + base64url(claims.text());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with RS256", e);
        }
    }

    JsonObjectBuilder publicJwk() {
        return new JsonObjectBuilder()
                .with("kid", kid)
                .with("kty", "RSA")
                .with("alg", "RS256")
                .with("use", "sig")
                .with("n", modulus())
                .with("e", exponent());
    }

    /**
     * The {@code at_hash} of an access token under RS256: the left half of its SHA-256 (OpenID Connect Core §3.1.3.6).
     */
    public static String leftHalfHash(String accessToken) {
        return BASE64URL.encodeToString(Arrays.copyOf(sha256(accessToken), 16));
    }

    private String modulus() {
        return unsigned(publicKey.getModulus());
    }

    private String exponent() {
        return unsigned(publicKey.getPublicExponent());
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        // A leading zero byte is the sign of the two's complement; a JWK has none (RFC 7518 §6.3.1.1).
        return BASE64URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    static String base64url(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
