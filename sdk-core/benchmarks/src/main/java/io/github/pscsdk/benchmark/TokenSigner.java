package io.github.pscsdk.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;

/**
 * An RSA key of 2048 bits, and ID tokens of 1.9 KB that it signs with RS256, by the JDK alone: measures count the
 * loading of libraries.
 */
final class TokenSigner {
    /** The access token of most measures, from which {@code at_hash} is made. */
    static final String ACCESS_TOKEN = "a-fictitious-access-token";

    static final String CLIENT = "editeur-demo";

    /** The national identifier of the professional of most measures. */
    static final String PROFESSIONAL = "899999100011";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"key-1\"}");
    private static final String OTHER_ID = "{\"identifiant\":\"0999999999\",\"origine\":\"ADELI\",\"qualite\":1}";

    private final KeyPair keys;

    TokenSigner() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    String published() {
        var modulus = publicKey().getModulus().toByteArray();
        return "{\"keys\":[{\"kid\":\"key-1\",\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"e\":\"AQAB\",\"n\":\""
                + BASE64URL.encodeToString(Arrays.copyOfRange(modulus, 1, modulus.length)) + "\"}]}";
    }

    static String subject(String nationalId) {
        return "f:00000000-0000-4000-8000-000000000001:" + nationalId;
    }

    /** The answer of a token endpoint about a professional, good for two minutes. */
    String tokens(String issuer, String nonce, long now, String nationalId, String accessToken) {
        return "{\"access_token\":\"" + accessToken + "\",\"expires_in\":120,\"token_type\":\"Bearer\",\"id_token\":\""
                + idToken(issuer, nonce, now, nationalId, accessToken) + "\"}";
    }

    /** A token made at that second for that nonce, of the professional of most measures. */
    String idToken(String issuer, String nonce, long now) {
        return idToken(issuer, nonce, now, PROFESSIONAL, ACCESS_TOKEN);
    }

    private String idToken(String issuer, String nonce, long now, String nationalId, String accessToken) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            var claims = String.format(
                    Locale.ROOT,
                    """
                    {"exp":%d,"iat":%d,"auth_time":%2$d,"jti":"0b6ad3c5-5a0f-4f7e-8f53-6f1b3c9d1e22","iss":"%s",\
                    "aud":"editeur-demo","sub":"%s","typ":"ID",\
                    "azp":"editeur-demo","nonce":"%s","session_state":"6f0c2c0e-2f5b-4b0e-9a63-%s",\
                    "at_hash":"%s","sid":"6f0c2c0e-2f5b-4b0e-9a63-%6$s","authMode":"MOBILE","acr":"eidas1",\
                    "SubjectNameID":"%6$s","preferred_username":"%6$s","given_name":"ADELAIDE",\
                    "family_name":"FICTIVE","Secteur_Activite":"SA07^1.2.250.1.71.4.2.4","otherIds":[%s]}""",
                    now + 120,
                    now,
                    issuer,
                    subject(nationalId),
                    nonce,
                    nationalId,
                    // OpenID Connect Core 1.0, section 3.1.3.6: the left half of the hash.
                    BASE64URL.encodeToString(Arrays.copyOf(hash, 16)),
                    String.join(",", Collections.nCopies(8, OTHER_ID)));
            var signed = HEADER + "." + encode(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with RS256", e);
        }
    }

    private static String encode(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
