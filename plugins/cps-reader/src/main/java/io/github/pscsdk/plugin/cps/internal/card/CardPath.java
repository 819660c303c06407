package io.github.pscsdk.plugin.cps.internal.card;

import java.util.Arrays;
import java.util.HexFormat;

/** A file on the card, by its identifiers from the master file on, such as {@code 3F00/0001/5031}. Immutable. */
final class CardPath {
    private static final int ID = 2;
    private static final byte[] MASTER_FILE = {0x3F, 0x00};

    private final byte[] bytes;

    private CardPath(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From hexadecimal digits, with or without the leading 3F00. */
    static CardPath of(String hex) {
        return new CardPath(MASTER_FILE).resolve(HexFormat.of().parseHex(hex));
    }

    /** The path that the card gives, seen from here: one that begins with 3F00 counts from the master file. */
    CardPath resolve(byte[] path) {
        if (path.length >= ID && Arrays.equals(Arrays.copyOf(path, ID), MASTER_FILE)) {
            return new CardPath(path.clone());
        }
        var all = Arrays.copyOf(bytes, bytes.length + path.length);
        System.arraycopy(path, 0, all, bytes.length, path.length);
        return new CardPath(all);
    }

    byte[] fromMasterFile() {
        return bytes.clone();
    }

    byte[] withoutMasterFile() {
        return Arrays.copyOfRange(bytes, ID, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardPath path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
