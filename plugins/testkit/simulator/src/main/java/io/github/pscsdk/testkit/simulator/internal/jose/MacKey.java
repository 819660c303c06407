package io.github.pscsdk.testkit.simulator.internal.jose;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs with HS256, for tokens that nobody reads but who issued them: Keycloak's refresh tokens. */
public final class MacKey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public MacKey() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The claims as a signed token in compact form. */
    public String sign(JsonObject claims) {
        var header = new JsonObject().with("alg", "HS256").with("typ", "JWT");
        var input = SigningKey.base64url(header.text()) + "." + SigningKey.base64url(claims.text());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return input + "." + BASE64URL.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with HS256", e);
        }
    }
}
