package io.github.pscsdk.testkit.card.internal.chip.key;

import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.security.SecureRandom;
import java.util.Arrays;

/** EMSA-PSS for a given hash, with a salt as long as the hash and MGF1 (RFC 8017, section 9.1.1). */
final class Pss {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pss() {}

    /** The block of {@code length} bytes for the private key; the modulus has 8 × {@code length} bits. */
    public static byte[] encode(Digest digest, byte[] hash, int length) {
        var salt = new byte[digest.length()];
        RANDOM.nextBytes(salt);
        var sealed = digest.fresh().digest(Tlv.join(new byte[8], hash, salt));
        var block = new byte[length - sealed.length - 1];
        block[block.length - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
        var mask = mask(digest, sealed, block.length);
        for (var i = 0; i < block.length; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= 0x7F;
        return Tlv.join(block, sealed, new byte[] {(byte) 0xBC});
    }

    /** MGF1 (RFC 8017, appendix B.2.1). */
    private static byte[] mask(Digest digest, byte[] seed, int length) {
        var mask = new byte[0];
        for (byte counter = 0; mask.length < length; counter++) {
            mask = Tlv.join(mask, digest.fresh().digest(Tlv.join(seed, new byte[] {0, 0, 0, counter})));
        }
        return Arrays.copyOf(mask, length);
    }
}
