package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The one valid ID token, its keys, and everything that a test may change about it. */
public final class SignedTokens {
    static final String ISSUER = "https://auth.example.test/auth/realms/esante-wallet";
    public static final String CLIENT = "editeur-demo";
    public static final String ACCESS_TOKEN = "an-access-token-of-the-test";
    static final String NONCE = "a-nonce-of-the-test";
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    public static final RSAKey KEY = rsa("key-1");
    static final RSAKey OTHER_KEY = rsa("key-2");
    static final ECKey EC_KEY = ec("key-ec");

    private SignedTokens() {}

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of section 4.2 of the reference, of a fictitious person. */
    public static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("exp", NOW.plusSeconds(120).getEpochSecond());
        claims.put("iat", NOW.getEpochSecond());
        claims.put("auth_time", NOW.minusSeconds(2).getEpochSecond());
        claims.put("jti", "0b6ad3c5-5a0f-4f7e-8f53-6f1b3c9d1e22");
        claims.put("iss", ISSUER);
        claims.put("aud", CLIENT);
        claims.put("sub", "f:00000000-0000-4000-8000-000000000001:899999100011");
        claims.put("typ", "ID");
        claims.put("azp", CLIENT);
        claims.put("nonce", NONCE);
        claims.put("session_state", "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10");
        claims.put("at_hash", TokenVerifier.hash(ACCESS_TOKEN, "RS256"));
        claims.put("authMode", "MOBILE");
        claims.put("acr", "eidas1");
        claims.put("SubjectNameID", "899999100011");
        return claims;
    }

    static String valid() {
        return with(claims -> {});
    }

    /** The valid token but for one change. */
    static String with(Consumer<Map<String, Object>> change) {
        var claims = claims();
        change.accept(claims);
        return signed(claims);
    }

    static String without(String claim) {
        return with(claims -> claims.remove(claim));
    }

    /** Any claims, signed as the valid token is. */
    public static String signed(Map<String, Object> claims) {
        return sign(header(JWSAlgorithm.RS256, KEY.getKeyID()).build(), claims, KEY);
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId);
    }

    static String sign(JWSHeader header, Map<String, Object> claims, JWK key) {
        return sign(header, new Payload(claims), key);
    }

    static String sign(JWSHeader header, Payload payload, JWK key) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            var token = new JWSObject(header, payload);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any header and any claims, signed by {@link #KEY} to the letter. */
    static String signedAsWritten(String header, String claims) {
        try {
            var signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + encoded(claims.getBytes(StandardCharsets.UTF_8));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEY.toPrivateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64URL.encode(bytes).toString();
    }

    public static byte[] published(JWK... keys) {
        List<JWK> all = new ArrayList<>(List.of(keys));
        return new JWKSet(all).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
    }
}
