package io.github.pscsdk.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Just enough of RFC 7515 to check what the simulator signs. */
final class Jwt {
    private Jwt() {}

    static String header(String token) {
        return decode(token.split("\\.")[0]);
    }

    static String payload(String token) {
        return decode(token.split("\\.")[1]);
    }

    static boolean isSignedBy(String token, JsonNode jwk) throws GeneralSecurityException {
        var lastDot = token.lastIndexOf('.');
        var key =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, lastDot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(lastDot + 1)));
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.get(member).asText()));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
