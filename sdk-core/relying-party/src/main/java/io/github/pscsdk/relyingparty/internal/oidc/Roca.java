package io.github.pscsdk.relyingparty.internal.oidc;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds RSA keys that a faulty library of smart cards and security chips made, and that can be factored (CVE-2017-15361). Their modulus is,
 * modulo each small prime, a power of 65537: Nemec, Sys, Svenda, Klinec, Matyas, "The Return of Coppersmith's Attack", 2017, section 3.
 * About one other key in 10^8 looks like that, too.
 */
final class Roca {
    /** All the primes that divide the modulus of even the shortest such keys, but for 2. */
    private static final int[] PRIMES = {
        3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
        113, 127, 131, 137, 139, 149, 151, 157, 163, 167
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
