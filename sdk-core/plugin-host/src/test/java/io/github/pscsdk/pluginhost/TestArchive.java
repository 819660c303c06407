package io.github.pscsdk.pluginhost;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive as plug-ins have it, unless a test adds something. */
final class TestArchive {
    /** Signatures of APPNOTE.TXT 4.3.12, 4.3.16. */
    static final int DIRECTORY_ENTRY = 0x02014b50;

    static final int END = 0x06054b50;

    private static final int MEBIBYTE = 1 << 20;

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, Integer> zeros = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    TestArchive() {
        with("Plugin-Id", "good");
        with("Plugin-Version", "1.0.0");
        with("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    TestArchive with(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    TestArchive file(String name, String text) {
        texts.put(name, text);
        return this;
    }

    /** A file of zeros, a thousandth of it in the archive. */
    TestArchive bomb(String name, int mebibytes) {
        zeros.put(name, mebibytes);
        return this;
    }

    TestArchive files(int number) {
        for (var count = 0; count < number; count++) {
            file("file" + count, "");
        }
        return this;
    }

    Path writeTo(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            if (!zeros.containsKey("META-INF/MANIFEST.MF")) {
                var lines = new StringBuilder("Manifest-Version: 1.0\r\n");
                manifest.forEach((name, value) ->
                        lines.append(name).append(": ").append(value).append("\r\n"));
                file("META-INF/MANIFEST.MF", lines.toString());
            }
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            var mebibyte = new byte[MEBIBYTE];
            for (var bomb : zeros.entrySet()) {
                zip.putNextEntry(new ZipEntry(bomb.getKey()));
                for (var count = 0; count < bomb.getValue(); count++) {
                    zip.write(mebibyte);
                }
            }
        }
        return file;
    }

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
