package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One state of PSC's key set: the keys that may sign, by their id. Immutable. */
final class PublishedKeys {
    // NIST SP 800-131A: shorter RSA keys no longer prove anything.
    private static final int MIN_RSA_BITS = 2048;

    private final Map<String, List<SigningKey>> byId;

    private PublishedKeys(Map<String, List<SigningKey>> byId) {
        this.byId = byId;
    }

    static PublishedKeys parse(byte[] json) throws PscException {
        JWKSet set;
        try {
            set = JWKSet.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, "the key set cannot be read", e);
        }
        Map<String, List<SigningKey>> keys = new HashMap<>();
        for (var jwk : set.getKeys()) {
            if (canSign(jwk)) {
                SigningKey.of(jwk).ifPresent(key -> keys.merge(jwk.getKeyID(), List.of(key), PublishedKeys::joined));
            }
        }
        return new PublishedKeys(keys);
    }

    private static boolean canSign(JWK jwk) {
        var strong = jwk instanceof ECKey || jwk instanceof RSAKey && jwk.size() >= MIN_RSA_BITS;
        var signs = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
        return strong && signs && jwk.getKeyID() != null && !jwk.isPrivate();
    }

    private static List<SigningKey> joined(List<SigningKey> some, List<SigningKey> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean contains(String keyId) {
        return byId.containsKey(keyId);
    }

    /** The keys of that id which may sign with that algorithm: none, or as good as always one. */
    List<SigningKey> find(String keyId, JWSAlgorithm algorithm) {
        return byId.getOrDefault(keyId, List.of()).stream()
                .filter(key -> key.suits(algorithm))
                .toList();
    }

    /** A published key with its verifier, which is made once: making one costs more than using it. Any thread. */
    static final class SigningKey {
        private final JWK jwk;
        private final JWSVerifier verifier;

        private SigningKey(JWK jwk, JWSVerifier verifier) {
            this.jwk = jwk;
            this.verifier = verifier;
        }

        /** The key made ready; empty where it is on a curve that this Java platform lacks. */
        private static Optional<SigningKey> of(JWK jwk) {
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
}
