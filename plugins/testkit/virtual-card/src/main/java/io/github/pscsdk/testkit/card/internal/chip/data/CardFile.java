package io.github.pscsdk.testkit.card.internal.chip.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file or directory of the card.
 *
 * @param path from the master file, {@code 3F00} included, in hexadecimal
 * @param content empty for a directory
 * @param needsCode whether it is read only after the code porteur
 */
public record CardFile(String path, Optional<Supplier<byte[]>> content, boolean needsCode) {
    public static CardFile free(String path, Supplier<byte[]> content) {
        return new CardFile(path, Optional.of(content), false);
    }

    public static CardFile free(String path, byte[] content) {
        return free(path, () -> content);
    }

    public static CardFile behindCode(String path, Supplier<byte[]> content) {
        return new CardFile(path, Optional.of(content), true);
    }

    public static CardFile directory(String path) {
        return new CardFile(path, Optional.empty(), false);
    }

    public boolean isDirectory() {
        return content.isEmpty();
    }

    public byte[] read() {
        return content.orElseThrow().get();
    }

    /** The two bytes that name it in its directory. */
    public byte[] id() {
        var bytes = Hex.bytes(path);
        return Arrays.copyOfRange(bytes, bytes.length - 2, bytes.length);
    }

    public String parent() {
        return path.length() == 4 ? path : path.substring(0, path.length() - 4);
    }

    /**
     * The file control parameters (ISO 7816-4, section 5.3.3), of template {@code 62} or {@code 6F}. The access rules are
     * invented, but OpenSC reads no file without any (pcsc-on-linux, section 6).
     */
    public byte[] control(int template) {
        var rules = Tlv.of(0xA1, Tlv.number(0x8C, 0x01, 0x00));
        if (isDirectory()) {
            return Tlv.of(template, Tlv.number(0x82, 0x38), Tlv.of(0x83, id()), Tlv.number(0x8A, 0x05), rules);
        }
        var size = read().length;
        return Tlv.of(
                template,
                Tlv.number(0x80, size >>> 8, size),
                Tlv.number(0x82, 0x01),
                Tlv.of(0x83, id()),
                Tlv.number(0x8A, 0x05),
                rules);
    }
}
