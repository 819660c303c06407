package io.github.pscsdk.relyingparty.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** One state of PSC's key set. Each key is read for itself: one that cannot be used is skipped. Immutable. */
public final class PublishedKeys {
    // NIST SP 800-131A: shorter RSA keys no longer prove anything. Java takes none that is longer.
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 16_384;

    private final List<SigningKey> keys;
    private final Map<Flaw, Integer> skipped;

    private PublishedKeys(List<SigningKey> keys, Map<Flaw, Integer> skipped) {
        this.keys = List.copyOf(keys);
        this.skipped = Collections.unmodifiableMap(skipped);
    }

    public enum Flaw {
        /** No object, or not the members that RFC 7517 and RFC 7518 want of its kind. */
        UNREADABLE,
        /** Everybody can sign with it. */
        PRIVATE,
        /** A shared secret, which is never published. */
        SYMMETRIC,
        /** A kind or a curve that nothing here verifies by. */
        UNSUPPORTED,
        /** Its {@code alg} is none of its kind. */
        ALGORITHM,
        SHORT,
        LONG,
        /** An RSA key whose exponent is even or 1, or one that {@link Roca} finds. */
        WEAK
    }

    public static PublishedKeys parse(byte[] json) throws PscException {
        return parse(json, Optional.empty());
    }

    /** @param provider what checks RSA signatures, instead of the Java platform */
    static PublishedKeys parse(byte[] json, Optional<Provider> provider) throws PscException {
        List<SigningKey> keys = new ArrayList<>();
        Map<Flaw, Integer> skipped = new EnumMap<>(Flaw.class);
        for (var entry : entries(json)) {
            var jwk = entry.flatMap(PublishedKeys::read);
            // Keycloak publishes a key for encryption beside those that sign: nothing is wrong with it.
            if (jwk.filter(found -> !found.isPrivate() && isForAnotherUse(found))
                    .isPresent()) {
                continue;
            }
            var flaw = jwk.map(PublishedKeys::flaw).orElse(Optional.of(Flaw.UNREADABLE));
            var key = flaw.isEmpty() ? SigningKey.of(jwk.orElseThrow(), provider) : Optional.<SigningKey>empty();
            if (key.isPresent() && key.get().fitsItsAlgorithm()) {
                keys.add(key.get());
            } else {
                skipped.merge(flaw.orElse(key.isPresent() ? Flaw.ALGORITHM : Flaw.UNSUPPORTED), 1, Integer::sum);
            }
        }
        return new PublishedKeys(keys, skipped);
    }

    private static List<Optional<Map<String, Object>>> entries(byte[] json) throws PscException {
        try {
            return RelyingPartyJson.readKeySet(json);
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, "the key set cannot be read", e);
        }
    }

    private static Optional<JWK> read(Map<String, Object> entry) {
        try {
            return Optional.of(JWK.parse(entry));
        } catch (ParseException | RuntimeException e) {
            // Whatever Nimbus stumbles on: whoever published the key wrote it.
            return Optional.empty();
        }
    }

    private static boolean isForAnotherUse(JWK jwk) {
        var operations = jwk.getKeyOperations();
        return jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)
                || operations != null && !operations.contains(KeyOperation.VERIFY);
    }

    private static Optional<Flaw> flaw(JWK jwk) {
        if (jwk instanceof OctetSequenceKey) {
            return Optional.of(Flaw.SYMMETRIC);
        }
        if (jwk.isPrivate()) {
            return Optional.of(Flaw.PRIVATE);
        }
        return jwk instanceof RSAKey rsa ? flaw(rsa) : Optional.empty();
    }

    private static Optional<Flaw> flaw(RSAKey rsa) {
        var modulus = rsa.getModulus().decodeToBigInteger();
        var exponent = rsa.getPublicExponent().decodeToBigInteger();
        if (modulus.bitLength() < MIN_RSA_BITS || modulus.bitLength() > MAX_RSA_BITS) {
            // Of 2048 bits it is not here.
            return Optional.of(modulus.bitLength() < MIN_RSA_BITS ? Flaw.SHORT : Flaw.LONG);
        }
        var verifies = exponent.testBit(0) && exponent.compareTo(BigInteger.ONE) > 0;
        return verifies && !Roca.made(modulus) ? Optional.empty() : Optional.of(Flaw.WEAK);
    }

    /** Has each key check a signature that is none, so that the first token finds it ready. */
    void tryOut() {
        var header = new JWSHeader(JWSAlgorithm.RS256);
        for (var key : keys) {
            if (key.jwk instanceof RSAKey rsa) {
                key.verifies(header, new byte[0], 0, new byte[rsa.size() / Byte.SIZE]);
            }
        }
    }

    /** How many keys are skipped, and why; those for another use than signatures are not counted. */
    public Map<Flaw, Integer> skipped() {
        return skipped;
    }

    /** Whether some token of that algorithm could be verified. */
    public boolean serves(String algorithm) {
        var suitable = keys.stream()
                .filter(key -> key.suits(JWSAlgorithm.parse(algorithm)))
                .toList();
        return suitable.size() == 1
                || suitable.stream().anyMatch(key -> key.id().isPresent());
    }

    /**
     * The keys for such a token and algorithm: none, or as good as always one. Where one key suits the algorithm, no id
     * is needed: OpenID Connect Core 1.0, section 10.1.
     *
     * @param keyId empty for a token that names none
     */
    List<SigningKey> find(Optional<String> keyId, JWSAlgorithm algorithm) {
        var suitable = keys.stream().filter(key -> key.suits(algorithm)).toList();
        return suitable.stream()
                .filter(key -> keyId.isPresent() && keyId.equals(key.id())
                        || suitable.size() == 1 && (keyId.isEmpty() || key.id().isEmpty()))
                .toList();
    }

    /** A published key with what verifies by it, which is made once. Any thread. */
    record SigningKey(JWK jwk, JWSVerifier verifier, Map<JWSAlgorithm, KeptSignatures> signatures) {
        /** PKCS #1 v1.5, by the name in the JCA: RFC 7518, section 3.3. */
        private static final Map<JWSAlgorithm, String> RSA = Map.of(
                JWSAlgorithm.RS256, "SHA256withRSA",
                JWSAlgorithm.RS384, "SHA384withRSA",
                JWSAlgorithm.RS512, "SHA512withRSA");

        /** The key made ready; empty where it is of another kind, or on a curve that this Java platform lacks. */
        private static Optional<SigningKey> of(JWK jwk, Optional<Provider> provider) {
            try {
                // A key of yet another kind would fail the second cast, and be empty as well.
                return jwk instanceof RSAKey rsa
                        ? Optional.of(new SigningKey(jwk, new RSASSAVerifier(rsa), signatures(rsa, provider)))
                        : jwk instanceof ECKey ec
                                ? Optional.of(new SigningKey(jwk, new ECDSAVerifier(ec), Map.of()))
                                : Optional.empty();
            } catch (JOSEException | RuntimeException e) {
                return Optional.empty();
            }
        }

        private static Map<JWSAlgorithm, KeptSignatures> signatures(RSAKey rsa, Optional<Provider> provider)
                throws JOSEException {
            var key = rsa.toPublicKey();
            return RSA.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, name -> new KeptSignatures(key, name.getValue(), provider)));
        }

        Optional<String> id() {
            return Optional.ofNullable(jwk.getKeyID());
        }

        private boolean fitsItsAlgorithm() {
            var own = jwk.getAlgorithm();
            return own == null || verifier.supportedJWSAlgorithms().contains(JWSAlgorithm.parse(own.getName()));
        }

        /** RFC 8725, section 3.1: the key, and not the token alone, says which algorithms it is for. */
        boolean suits(JWSAlgorithm algorithm) {
            return verifier.supportedJWSAlgorithms().contains(algorithm)
                    && (jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(algorithm));
        }

        boolean verifies(JWSHeader header, byte[] text, int length, byte[] signature) {
            try {
                // Without it, Nimbus comes to the same, in several times as long.
                var own = signatures.get(header.getAlgorithm());
                return own != null
                        ? own.holds(text, length, signature)
                        : verifier.verify(header, Arrays.copyOf(text, length), Base64URL.encode(signature));
            } catch (GeneralSecurityException | JOSEException | RuntimeException e) {
                // A key or a signature that the verifier cannot compute with: not verified.
                return false;
            }
        }
    }

    /**
     * Finds RSA keys that can be factored (CVE-2017-15361): their modulus is, modulo each small prime, a power of
     * 65537: Nemec et al., "The Return of Coppersmith's Attack", 2017, section 3. About one other key in 10^8 looks
     * like that, too.
     */
    static final class Roca {
        /** All the primes that divide the modulus of even the shortest such keys, but for 2. */
        private static final int[] PRIMES = {
            3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
            109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
        };

        private static final BitSet[] POWERS =
                Arrays.stream(PRIMES).mapToObj(Roca::powers).toArray(BitSet[]::new);

        private Roca() {}

        private static BitSet powers(int prime) {
            var powers = new BitSet(prime);
            for (var power = 1; !powers.get(power); power = power * (65537 % prime) % prime) {
                powers.set(power);
            }
            return powers;
        }

        static boolean made(BigInteger modulus) {
            for (var i = 0; i < PRIMES.length; i++) {
                if (!POWERS[i].get(modulus.mod(BigInteger.valueOf(PRIMES[i])).intValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Checks signatures by one key and one algorithm of the JCA, each thread by a kept {@link Signature} of its own.
     */
    static final class KeptSignatures {
        private final PublicKey key;
        private final String algorithm;
        private final Optional<Provider> provider;
        private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

        /** @param provider of the host's choice; used where it has the algorithm, else the platform's own */
        KeptSignatures(PublicKey key, String algorithm, Optional<Provider> provider) {
            this.key = key;
            this.algorithm = algorithm;
            this.provider = provider.filter(given -> given.getService("Signature", algorithm) != null);
        }

        boolean holds(byte[] text, int length, byte[] signature) throws GeneralSecurityException {
            var kept = idle.poll();
            var check = kept == null ? ready() : kept;
            check.update(text, 0, length);
            var holds = check.verify(signature);
            // Not after an exception, which may leave it halfway.
            idle.add(check);
            return holds;
        }

        private Signature ready() throws GeneralSecurityException {
            var check = provider.isPresent()
                    ? Signature.getInstance(algorithm, provider.get())
                    : Signature.getInstance(algorithm);
            check.initVerify(key);
            return check;
        }
    }
}
