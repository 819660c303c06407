package io.github.pscsdk.testkit.card.internal.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * RSA key pairs that are shipped, and so known to everybody: making one takes up to two seconds of a JVM that has just
 * started. Safe for any thread.
 */
public final class TestKeyPairs {
    private final List<KeyPair> pairs;
    private final AtomicInteger handedOut = new AtomicInteger();

    private TestKeyPairs(List<KeyPair> pairs) {
        this.pairs = pairs;
    }

    /** Reads a file of two primes a line, to the base 36, beside a class. */
    public static TestKeyPairs beside(Class<?> owner, String file) {
        try (var in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines();
            return new TestKeyPairs(lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .map(primes -> pair(new BigInteger(primes[0], 36), new BigInteger(primes[1], 36)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static KeyPair pair(BigInteger p, BigInteger q) {
        var e = RSAKeyGenParameterSpec.F4;
        var n = p.multiply(q);
        var ofP = p.subtract(BigInteger.ONE);
        var ofQ = q.subtract(BigInteger.ONE);
        var d = e.modInverse(ofP.multiply(ofQ));
        try {
            var keys = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    keys.generatePublic(new RSAPublicKeySpec(n, e)),
                    keys.generatePrivate(
                            new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(ofP), d.mod(ofQ), q.modInverse(p))));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this JDK has no RSA", failure);
        }
    }

    /** The next one in turn. */
    public KeyPair next() {
        return pairs.get(Math.floorMod(handedOut.getAndIncrement(), pairs.size()));
    }
}
