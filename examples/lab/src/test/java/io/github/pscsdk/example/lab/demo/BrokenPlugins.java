package io.github.pscsdk.example.lab.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A folder of plug-ins as no support desk wants to find it: each file is broken in a way of its own. */
final class BrokenPlugins {
    private static final String INDEX = "META-INF/extensions.idx";

    private final Path folder;
    private final Path stub;

    private BrokenPlugins(Path folder, Path stub) {
        this.folder = folder;
        this.stub = stub;
    }

    /** Writes all of them. */
    static void write(Path folder, Path stub) throws IOException {
        var broken = new BrokenPlugins(folder, stub);
        broken.files();
        broken.manifests();
        broken.code();
    }

    private void files() throws IOException {
        var bytes = Files.readAllBytes(stub);
        write("empty.jar", new byte[0]);
        write("truncated.jar", Arrays.copyOf(bytes, bytes.length / 2));
        write("text.jar", bytes("not an archive"));
        write("no-manifest.jar", jar(Optional.empty(), Map.of("readme.txt", bytes("nothing"))));
        write("same-id.jar", bytes);
    }

    private void manifests() throws IOException {
        plugin("no-id", Map.of("Plugin-Id", ""), Map.of());
        plugin("no-version", Map.of("Plugin-Version", ""), Map.of());
        plugin("no-range", Map.of("Plugin-Requires", ""), Map.of());
        plugin("odd-range", Map.of("Plugin-Requires", "[1.0,2.0)"), Map.of());
        plugin("for-the-future", Map.of("Plugin-Requires", ">=9.0.0 & <10.0.0"), Map.of());
        plugin("needs-another", Map.of("Plugin-Dependencies", "other@>=1.0.0"), Map.of());
        plugin("absent-class", Map.of("Plugin-Class", "absent.Plugin"), Map.of());
    }

    private void code() throws IOException {
        plugin("no-authenticator", Map.of(), Map.of(INDEX, bytes("# empty\n")));
        plugin("absent-extension", Map.of(), Map.of(INDEX, bytes("absent.Authenticator\n")));
        var garbage = Map.of(INDEX, bytes("broken.Garbage\n"), "broken/Garbage.class", bytes("garbage"));
        plugin("corrupt-class", Map.of(), garbage);
        plugin("newer-java", Map.of(), stubForNewerJava());
    }

    /** The stub's own classes, marked as compiled for a Java that nobody has yet. */
    private Map<String, byte[]> stubForNewerJava() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var jar = new JarFile(stub.toFile())) {
            for (var entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                if (entry.getName().endsWith(".class") || entry.getName().equals(INDEX)) {
                    var content = jar.getInputStream(entry).readAllBytes();
                    if (entry.getName().endsWith(".class")) {
                        content[7] = 127; // the major version, JVMS section 4.1
                    }
                    entries.put(entry.getName(), content);
                }
            }
        }
        return entries;
    }

    /** A plug-in that would be fine but for the changes; an empty value leaves the entry out. */
    private void plugin(String id, Map<String, String> changes, Map<String, byte[]> entries) throws IOException {
        var values = new LinkedHashMap<>(
                Map.of("Plugin-Id", id, "Plugin-Version", "1.0.0", "Plugin-Requires", ">=1.0.0 & <2.0.0"));
        values.putAll(changes);
        values.values().removeIf(String::isEmpty);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        values.forEach(manifest.getMainAttributes()::putValue);
        write(id + ".jar", jar(Optional.of(manifest), entries));
    }

    private static byte[] jar(Optional<Manifest> manifest, Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = manifest.isEmpty() ? new JarOutputStream(bytes) : new JarOutputStream(bytes, manifest.get())) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
