package io.github.pscsdk.testkit.card.internal.chip.key;

import io.github.pscsdk.testkit.card.internal.chip.data.Lazy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import javax.crypto.Cipher;

/** An RSA key pair of 2048 bits, taken when it is first used. The private key stays inside. */
public final class CardKey {
    private static final int BITS = 2048;
    private static final int BYTES = BITS / 8;

    /** PKCS#1 v1.5 as these cards pad: what is signed takes at most 40 % of the modulus. */
    public static final int LONGEST_INPUT = BYTES * 2 / 5;

    /** More than a test looks at together: many cards share them in turn, since a pair takes some tenths of a second. */
    private static final int PAIRS = 8;

    private static final Queue<KeyPair> MADE = new ArrayDeque<>();

    private final Lazy<KeyPair> pair = new Lazy<>(CardKey::next);

    PublicKey publicKey() {
        return pair.get().getPublic();
    }

    /** Pads the input, usually a DigestInfo, as for a signature (RFC 8017, section 9.2). */
    public byte[] signPadded(byte[] digestInfo) {
        try {
            // "Encrypting" with the private key is how the JDK spells padding of type 1.
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, privateKey());
            return cipher.doFinal(digestInfo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a card key cannot sign", e);
        }
    }

    public byte[] signPss(Digest digest, byte[] hash) {
        return raw(Pss.encode(digest, hash, BYTES));
    }

    /** The operation with the private key, without padding. */
    public byte[] raw(byte[] block) {
        var key = (RSAPrivateKey) privateKey();
        var result = new BigInteger(1, block)
                .mod(key.getModulus())
                .modPow(key.getPrivateExponent(), key.getModulus())
                .toByteArray();
        var from = Math.max(0, result.length - BYTES);
        var bytes = Arrays.copyOfRange(result, from, result.length);
        var padded = new byte[BYTES];
        System.arraycopy(bytes, 0, padded, BYTES - bytes.length, bytes.length);
        return padded;
    }

    private PrivateKey privateKey() {
        return pair.get().getPrivate();
    }

    private static synchronized KeyPair next() {
        var next = MADE.size() < PAIRS ? generate() : MADE.remove();
        MADE.add(next);
        return next;
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }
}
