package io.github.pscsdk.testkit.card.internal.chip.key;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finishes a hash that another program began: a card that does "the last round" gets the state, the number of bits so
 * far and the last block (cps-card, section 7; FIPS 180-4, sections 6.1 and 6.2). The JDK's hashes cannot start from
 * a state.
 */
public final class HashState {
    private static final int BLOCK = 64;
    private static final int[] K = roundConstants();

    private HashState() {}

    /** The hash, from the state after whole blocks, their bit length, and the rest of the message. */
    public static byte[] finish(Digest digest, byte[] state, long bits, byte[] rest) {
        var words = new int[digest.length() / 4];
        ByteBuffer.wrap(state).asIntBuffer().get(words);
        var padded = Arrays.copyOf(rest, (rest.length + 8) / BLOCK * BLOCK + BLOCK);
        padded[rest.length] = (byte) 0x80;
        ByteBuffer.wrap(padded).putLong(padded.length - 8, bits + 8L * rest.length);
        for (var at = 0; at < padded.length; at += BLOCK) {
            var block = ByteBuffer.wrap(padded, at, BLOCK);
            switch (digest) {
                case SHA1 -> compressSha1(words, block);
                case SHA256 -> compressSha256(words, block);
            }
        }
        return toBytes(words);
    }

    private static byte[] toBytes(int[] words) {
        var bytes = ByteBuffer.allocate(4 * words.length);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    private static void compressSha1(int[] state, ByteBuffer block) {
        var w = new int[80];
        for (var i = 0; i < 16; i++) {
            w[i] = block.getInt();
        }
        for (var i = 16; i < 80; i++) {
            w[i] = Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        }
        var v = state.clone();
        for (var i = 0; i < 80; i++) {
            var mixed = switch (i / 20) {
                case 0 -> (v[1] & v[2] | ~v[1] & v[3]) + 0x5A827999;
                case 1 -> (v[1] ^ v[2] ^ v[3]) + 0x6ED9EBA1;
                case 2 -> (v[1] & v[2] | v[1] & v[3] | v[2] & v[3]) + 0x8F1BBCDC;
                default -> (v[1] ^ v[2] ^ v[3]) + 0xCA62C1D6;
            };
            var t = Integer.rotateLeft(v[0], 5) + mixed + v[4] + w[i];
            System.arraycopy(v, 0, v, 1, 4);
            v[2] = Integer.rotateLeft(v[2], 30);
            v[0] = t;
        }
        for (var i = 0; i < state.length; i++) {
            state[i] += v[i];
        }
    }

    private static void compressSha256(int[] state, ByteBuffer block) {
        var w = new int[64];
        for (var i = 0; i < 16; i++) {
            w[i] = block.getInt();
        }
        for (var i = 16; i < 64; i++) {
            var s0 = Integer.rotateRight(w[i - 15], 7) ^ Integer.rotateRight(w[i - 15], 18) ^ w[i - 15] >>> 3;
            var s1 = Integer.rotateRight(w[i - 2], 17) ^ Integer.rotateRight(w[i - 2], 19) ^ w[i - 2] >>> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        var v = state.clone();
        for (var i = 0; i < 64; i++) {
            var s1 = Integer.rotateRight(v[4], 6) ^ Integer.rotateRight(v[4], 11) ^ Integer.rotateRight(v[4], 25);
            var t1 = v[7] + s1 + (v[4] & v[5] ^ ~v[4] & v[6]) + K[i] + w[i];
            var s0 = Integer.rotateRight(v[0], 2) ^ Integer.rotateRight(v[0], 13) ^ Integer.rotateRight(v[0], 22);
            var t2 = s0 + (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]);
            System.arraycopy(v, 0, v, 1, 7);
            v[4] += t1;
            v[0] = t1 + t2;
        }
        for (var i = 0; i < state.length; i++) {
            state[i] += v[i];
        }
    }

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2). */
    private static int[] roundConstants() {
        return Arrays.stream(firstPrimes(64))
                .map(prime -> fraction(Math.cbrt(prime)))
                .toArray();
    }

    private static int fraction(double root) {
        return (int) (long) ((root - Math.floor(root)) * (1L << 32));
    }

    private static int[] firstPrimes(int count) {
        return IntStream.iterate(2, n -> n + 1)
                .filter(n -> IntStream.rangeClosed(2, n / 2).allMatch(d -> n % d != 0))
                .limit(count)
                .toArray();
    }
}
