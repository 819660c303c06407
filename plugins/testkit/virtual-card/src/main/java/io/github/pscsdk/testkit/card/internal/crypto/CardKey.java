package io.github.pscsdk.testkit.card.internal.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Cipher;
import org.bouncycastle.util.BigIntegers;

/** An RSA key pair of 2048 bits with its certificate, handed out when first needed. The private key stays inside. */
public final class CardKey {
    public static final int BYTES = 256;

    /** PKCS#1 v1.5 as these cards pad: at most 40 % of the modulus. */
    public static final int LONGEST_INPUT = BYTES * 2 / 5;

    /** As many as two cards have: many cards share them in turn. */
    private static final TestKeyPairs PAIRS = TestKeyPairs.beside(CardKey.class, "card-keys.csv");

    private final Function<PublicKey, X509Certificate> authority;
    private Optional<KeyPair> pair = Optional.empty();
    private Optional<byte[]> certificate = Optional.empty();

    /** The two keys of a card (cps-card, section 5). A contactless card uses only the first. */
    public record Pair(CardKey authentication, CardKey signature) {
        public static Pair of(PersonsHierarchy hierarchy, PersonName holder, Validity validity) {
            return new Pair(
                    new CardKey(key -> hierarchy.authentication(holder, key, validity)),
                    new CardKey(key -> hierarchy.signature(holder, key, validity)));
        }
    }

    private CardKey(Function<PublicKey, X509Certificate> authority) {
        this.authority = authority;
    }

    public byte[] certificate() {
        try {
            if (certificate.isEmpty()) {
                certificate = Optional.of(authority.apply(pair().getPublic()).getEncoded());
            }
            return certificate.get();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
    }

    /** Pads the input, usually a DigestInfo, as for a signature (RFC 8017, section 9.2). */
    public byte[] signPadded(byte[] digestInfo) {
        try {
            // "Encrypting" with the private key is how the JDK spells padding of type 1.
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, pair().getPrivate());
            return cipher.doFinal(digestInfo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a card key cannot sign", e);
        }
    }

    /** The operation with the private key, without padding. */
    public byte[] raw(byte[] block) {
        var result = new BigInteger(1, block)
                .modPow(privateKey().getPrivateExponent(), privateKey().getModulus());
        return BigIntegers.asUnsignedByteArray(BYTES, result);
    }

    private RSAPrivateKey privateKey() {
        return (RSAPrivateKey) pair().getPrivate();
    }

    private KeyPair pair() {
        if (pair.isEmpty()) {
            pair = Optional.of(PAIRS.next());
        }
        return pair.get();
    }
}
