package io.github.pscsdk.benchmark.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A temporary folder with one archive for each of the idle authenticators. */
public record ThreeArchives(Path folder) implements AutoCloseable {
    private static final List<Class<? extends Idle>> EXTENSIONS =
            List.of(Idle.First.class, Idle.Second.class, Idle.Third.class);

    /** Writes them. */
    public static ThreeArchives write() throws IOException {
        var folder = Files.createTempDirectory("psc-benchmark");
        for (var extension : EXTENSIONS) {
            write(folder, extension);
        }
        return new ThreeArchives(folder);
    }

    private static void write(Path folder, Class<? extends Idle> extension) throws IOException {
        var id = extension.getSimpleName().toLowerCase(Locale.ROOT);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Plugin-Id", id);
        manifest.getMainAttributes().putValue("Plugin-Version", "1.0.0");
        manifest.getMainAttributes().putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(id + ".jar")), manifest)) {
            add(jar, "META-INF/extensions.idx", extension.getName().getBytes(StandardCharsets.UTF_8));
            for (var type : List.of(Idle.class, extension)) {
                var name = type.getName().replace('.', '/') + ".class";
                try (var in = Idle.class.getResourceAsStream("/" + name)) {
                    add(jar, name, in.readAllBytes());
                }
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
