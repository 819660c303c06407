package io.github.pscsdk.testkit.card.internal.chip.key;

import io.github.pscsdk.testkit.card.internal.chip.data.Hex;
import io.github.pscsdk.testkit.card.internal.chip.data.Tlv;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The two hashes that the cards know, and what goes around them in PKCS#1 v1.5 (RFC 8017, section 9.2, note 1). */
public enum Digest {
    /** 20 bytes. */
    SHA1("SHA-1", 20, "3021300906052B0E03021A05000414"),
    /** 32 bytes. */
    SHA256("SHA-256", 32, "3031300D060960864801650304020105000420");

    private final String jdkName;
    private final int length;
    private final String prefix;

    Digest(String jdkName, int length, String prefix) {
        this.jdkName = jdkName;
        this.length = length;
        this.prefix = prefix;
    }

    static Optional<Digest> ofLength(int bytes) {
        return Arrays.stream(values()).filter(digest -> digest.length == bytes).findFirst();
    }

    public int length() {
        return length;
    }

    public byte[] info(byte[] hash) {
        return Tlv.join(Hex.bytes(prefix), hash);
    }

    public MessageDigest fresh() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jdkName, e);
        }
    }
}
