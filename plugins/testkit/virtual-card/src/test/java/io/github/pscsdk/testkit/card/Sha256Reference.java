package io.github.pscsdk.testkit.card;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** SHA-256's compression as FIPS 180-4 words it, in big integers: slow, and nothing like the card's. */
final class Sha256Reference {
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(32);

    private Sha256Reference() {}

    /** The chaining value after the first 64 bytes. */
    static byte[] afterFirstBlock(byte[] message) {
        var w = new long[64];
        for (var t = 0; t < 16; t++) {
            w[t] = ByteBuffer.wrap(message).getInt(4 * t) & 0xFFFFFFFFL;
        }
        for (var t = 16; t < 64; t++) {
            w[t] = add(sigma(w[t - 2], 17, 19, 10), w[t - 7], sigma(w[t - 15], 7, 18, 3), w[t - 16]);
        }
        var h = new long[8];
        for (var i = 0; i < 8; i++) {
            h[i] = root(prime(i), 2);
        }
        long a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
        for (var t = 0; t < 64; t++) {
            var t1 = add(k, sum(e, 6, 11, 25), (e & f) ^ (~e & g), root(prime(t), 3), w[t]);
            var t2 = add(sum(a, 2, 13, 22), (a & b) ^ (a & c) ^ (b & c));
            k = g;
            g = f;
            f = e;
            e = add(d, t1);
            d = c;
            c = b;
            b = a;
            a = add(t1, t2);
        }
        var out = ByteBuffer.allocate(32);
        var last = new long[] {a, b, c, d, e, f, g, k};
        for (var i = 0; i < 8; i++) {
            out.putInt((int) add(h[i], last[i]));
        }
        return out.array();
    }

    private static long add(long... words) {
        var sum = 0L;
        for (var word : words) {
            sum += word & 0xFFFFFFFFL;
        }
        return sum & 0xFFFFFFFFL;
    }

    private static long rotated(long x, int by) {
        return (x >>> by | x << 32 - by) & 0xFFFFFFFFL;
    }

    private static long sum(long x, int a, int b, int c) {
        return rotated(x, a) ^ rotated(x, b) ^ rotated(x, c);
    }

    private static long sigma(long x, int a, int b, int shift) {
        return rotated(x, a) ^ rotated(x, b) ^ x >>> shift;
    }

    /** The first 32 bits behind the point of the root, found by bisection. */
    private static long root(int of, int degree) {
        var target = BigInteger.valueOf(of).shiftLeft(32 * degree);
        var low = BigInteger.ZERO;
        var high = BigInteger.valueOf(of).multiply(WORD);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            var middle = low.add(high).shiftRight(1);
            if (middle.pow(degree).compareTo(target) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low.mod(WORD).longValue();
    }

    private static int prime(int index) {
        var found = BigInteger.TWO;
        for (var i = 0; i < index; i++) {
            found = found.nextProbablePrime();
        }
        return found.intValue();
    }
}
