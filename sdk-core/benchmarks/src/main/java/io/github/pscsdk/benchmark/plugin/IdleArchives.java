package io.github.pscsdk.benchmark.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A temporary folder with archives, each of which has one idle authenticator: {@code idle-1}, {@code idle-2}, and so on. */
public record IdleArchives(Path folder) implements AutoCloseable {

    /** Writes so many. */
    public static IdleArchives write(int number) throws IOException {
        var folder = Files.createTempDirectory("psc-benchmark");
        for (var i = 1; i <= number; i++) {
            write(folder, "idle-" + i);
        }
        return new IdleArchives(folder);
    }

    private static void write(Path folder, String id) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Plugin-Id", id);
        manifest.getMainAttributes().putValue("Plugin-Version", "1.0.0");
        manifest.getMainAttributes().putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(id + ".jar")), manifest)) {
            add(jar, "META-INF/extensions.idx", Idle.class.getName().getBytes(StandardCharsets.UTF_8));
            add(jar, Idle.NAME, id.getBytes(StandardCharsets.US_ASCII));
            var type = Idle.class.getName().replace('.', '/') + ".class";
            try (var in = Idle.class.getResourceAsStream("/" + type)) {
                add(jar, type, in.readAllBytes());
            }
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
