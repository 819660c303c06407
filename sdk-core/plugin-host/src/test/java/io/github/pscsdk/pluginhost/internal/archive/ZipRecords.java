package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The records of a zip file that say what is in it, forged. */
final class ZipRecords {
    /** Signatures of APPNOTE.TXT 4.3.12, 4.3.16. */
    static final int DIRECTORY_ENTRY = 0x02014b50;

    static final int END = 0x06054b50;

    private ZipRecords() {}

    /** Changes each record of a signature in the file: it is given the file and where the record begins. */
    static Path forge(Path file, int signature, BiConsumer<ByteBuffer, Integer> change) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == signature) {
                change.accept(bytes, at);
            }
        }
        return Files.write(file, bytes.array());
    }
}
