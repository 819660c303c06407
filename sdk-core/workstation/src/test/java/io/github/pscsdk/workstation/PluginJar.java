package io.github.pscsdk.workstation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes an archive: a good one unless a test spoils it. */
final class PluginJar {
    private final String file;
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private PluginJar(String file) {
        this.file = file;
        with("Plugin-Id", file.replaceFirst("\\.[a-z]+$", ""));
        with("Plugin-Version", "1.0.0");
        with("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    static PluginJar named(String file) {
        return new PluginJar(file);
    }

    PluginJar with(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    PluginJar without(String attribute) {
        manifest.remove(attribute);
        return this;
    }

    PluginJar index(String classNames) {
        return entry("META-INF/extensions.idx", classNames.getBytes(StandardCharsets.UTF_8));
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    PluginJar classes(Map<String, byte[]> compiled) {
        compiled.forEach((name, bytes) -> entry(name.replace('.', '/') + ".class", bytes));
        return this;
    }

    /** An index of one class, and that class. */
    PluginJar extension(String className, Map<String, byte[]> compiled) {
        return index(className).classes(compiled);
    }

    Path writeTo(Path folder) throws IOException {
        var attributes = new Manifest();
        attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach(attributes.getMainAttributes()::putValue);
        var path = folder.resolve(file);
        try (var jar = new JarOutputStream(Files.newOutputStream(path), attributes)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return path;
    }
}
