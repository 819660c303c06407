package io.github.pscsdk.testkit.card.internal.crypto;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.EncodableDigest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.Arrays;

/** The two hashes of the cards, and what goes around them in PKCS#1 v1.5 (RFC 8017, section 9.2, note 1). */
public enum Digest {
    SHA1(20, "3021300906052B0E03021A05000414", SHA1Digest::new, SHA1Digest::new),
    SHA256(32, "3031300D060960864801650304020105000420", SHA256Digest::new, SHA256Digest::new);

    private final int length;
    private final String prefix;
    private final Supplier<ExtendedDigest> fresh;
    private final Function<byte[], ExtendedDigest> restored;

    Digest(int length, String prefix, Supplier<ExtendedDigest> fresh, Function<byte[], ExtendedDigest> restored) {
        this.length = length;
        this.prefix = prefix;
        this.fresh = fresh;
        this.restored = restored;
    }

    public int length() {
        return length;
    }

    public byte[] info(byte[] hash) {
        return Arrays.concatenate(HexFormat.of().parseHex(prefix), hash);
    }

    ExtendedDigest fresh() {
        return fresh.get();
    }

    /** Finishes a hash of {@code bits} that another program began, as a card does (cps-card, section 7). */
    public byte[] finish(byte[] state, long bits, byte[] rest) {
        // Encoded by Bouncy Castle: buffered bytes, their count, the length from byte 8 on, the state from byte 16 on.
        var begun = ((EncodableDigest) fresh()).getEncodedState();
        ByteBuffer.wrap(begun).putLong(8, bits / 8).put(16, state);
        var digest = state.length == 0 ? fresh() : restored.apply(begun);
        digest.update(rest, 0, rest.length);
        var hash = new byte[length];
        digest.doFinal(hash, 0);
        return hash;
    }
}
