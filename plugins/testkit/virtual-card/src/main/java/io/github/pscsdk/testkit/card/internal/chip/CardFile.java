package io.github.pscsdk.testkit.card.internal.chip;

import java.util.Optional;
import java.util.function.Supplier;

/** A file, or a directory without content; its path is from {@code 3F00} on, in hexadecimal. */
record CardFile(String path, Optional<Supplier<byte[]>> content, boolean needsCode) {
    boolean isDirectory() {
        return content.isEmpty();
    }

    byte[] read() {
        return content.orElseThrow().get();
    }

    String parent() {
        return path.length() == 4 ? path : path.substring(0, path.length() - 4);
    }

    /** File control parameters (ISO 7816-4, section 5.3.3); the access rules are invented, as OpenSC needs some. */
    byte[] control(int template) {
        var size = isDirectory() ? 0 : read().length;
        return Tlv.of(
                template,
                isDirectory() ? new byte[0] : Tlv.number(0x80, size >>> 8, size),
                Tlv.number(0x82, isDirectory() ? 0x38 : 0x01),
                Tlv.of(0x83, Hex.bytes(path.substring(path.length() - 4))),
                Tlv.number(0x8A, 0x05),
                Tlv.of(0xA1, Tlv.number(0x8C, 0x01, 0x00)));
    }
}
