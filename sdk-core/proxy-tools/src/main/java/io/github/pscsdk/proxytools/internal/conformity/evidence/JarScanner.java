package io.github.pscsdk.proxytools.internal.conformity.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipInputStream;

/** Reads the entries of jars, nested jars included. */
final class JarScanner {
    private static final String JAR = ".jar";

    private JarScanner() {}

    /** The jars of a folder and of those below it, or that one file. */
    static List<Path> of(Path place) throws IOException {
        try (var all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(JAR))
                    .sorted()
                    .toList();
        }
    }

    /** Shows each entry by name and, byte by byte as a character, content: names in class files are plain text. */
    static void entries(Path jar, BiConsumer<String, String> each) throws IOException {
        try (var in = Files.newInputStream(jar)) {
            entries(in, each);
        }
    }

    private static void entries(InputStream jar, BiConsumer<String, String> each) throws IOException {
        var zip = new ZipInputStream(jar);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var content = zip.readAllBytes();
            if (entry.getName().endsWith(JAR)) {
                entries(new ByteArrayInputStream(content), each);
            } else if (!entry.isDirectory()) {
                each.accept(entry.getName(), new String(content, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
