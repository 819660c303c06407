package io.github.pscsdk.testkit.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes an archive as plug-ins have it, unless a test spoils it. */
public final class PluginJar {
    private static final String INDEX = "META-INF/extensions.idx";
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private final String file;
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(byte[] content, int times) {}

    private PluginJar(String file) {
        this.file = file;
        with("Plugin-Id", file.replaceFirst("\\.[a-z]+$", ""));
        with("Plugin-Version", "1.0.0");
        with("Plugin-Requires", ">=1.0.0 & <2.0.0");
    }

    /** Whose id is the name of the file. */
    public static PluginJar named(String file) {
        return new PluginJar(file);
    }

    public PluginJar with(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    public PluginJar without(String attribute) {
        manifest.remove(attribute);
        return this;
    }

    public PluginJar index(String classNames) {
        return entry(INDEX, classNames);
    }

    public PluginJar withoutIndex() {
        entries.remove(INDEX);
        return this;
    }

    public PluginJar entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJar entry(String name, byte[] content) {
        entries.put(name, new Entry(content, 1));
        return this;
    }

    /** An entry of zeros, a thousandth of it in the archive. */
    public PluginJar bomb(String name, int mebibytes) {
        entries.put(name, new Entry(MEBIBYTE, mebibytes));
        return this;
    }

    /** So many entries without content. */
    public PluginJar empty(int number) {
        for (var count = 0; count < number; count++) {
            entry("file" + count, "");
        }
        return this;
    }

    public PluginJar classes(Map<String, byte[]> compiled) {
        compiled.forEach((name, bytes) -> entry(name.replace('.', '/') + ".class", bytes));
        return this;
    }

    /** An index of one class, and that class. */
    public PluginJar extension(String className, Map<String, byte[]> compiled) {
        return index(className).classes(compiled);
    }

    /** Writes it under its name. */
    public Path writeInto(Path folder) {
        return writeTo(folder.resolve(file));
    }

    /** Writes it under another name. */
    public Path writeTo(Path path) {
        var attributes = new Manifest();
        attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach(attributes.getMainAttributes()::putValue);
        try (var jar = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            if (!entries.containsKey(JarFile.MANIFEST_NAME)) {
                jar.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
                attributes.write(jar);
            }
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                for (var count = 0; count < entry.getValue().times(); count++) {
                    jar.write(entry.getValue().content());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }
}
