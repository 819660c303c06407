package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Optional;

/** A published key with its verifier, which is made once: making one costs more than using it. Any thread. */
final class SigningKey {
    private final JWK jwk;
    private final JWSVerifier verifier;

    private SigningKey(JWK jwk, JWSVerifier verifier) {
        this.jwk = jwk;
        this.verifier = verifier;
    }

    /** The key made ready; empty where it is on a curve that this Java platform lacks. */
    static Optional<SigningKey> of(JWK jwk) {
        try {
            var verifier = jwk instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECKey) jwk);
            return Optional.of(new SigningKey(jwk, verifier));
        } catch (JOSEException e) {
            // One key that we cannot use must not cost us the others; a token that needs it will be refused.
            return Optional.empty();
        }
    }

    /** RFC 8725, section 3.1: the key, and not the token alone, says which algorithms it is for. */
    boolean suits(JWSAlgorithm algorithm) {
        return verifier.supportedJWSAlgorithms().contains(algorithm)
                && (jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(algorithm));
    }

    boolean verifies(JWSHeader header, byte[] signed, Base64URL signature) {
        try {
            return verifier.verify(header, signed, signature);
        } catch (JOSEException e) {
            // A header that the verifier refuses, such as an unknown "crit" member: not verified.
            return false;
        }
    }
}
