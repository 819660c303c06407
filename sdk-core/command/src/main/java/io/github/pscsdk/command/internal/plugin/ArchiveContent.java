package io.github.pscsdk.command.internal.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The content of an archive that hosts do not refuse, as the oldest Java of the SDK sees it.
 *
 * @param unreadable names of files that should be classes and are none
 * @param libraries what Maven packed into it, as {@code group:artifact:version}
 */
record ArchiveContent(
        Map<String, ClassFile> classes, Set<String> unreadable, Set<String> libraries, boolean hasLicence, long bytes) {

    private static final Runtime.Version OLDEST_JAVA = Runtime.Version.parse("17");
    private static final String CLASS = ".class";
    private static final Pattern LIBRARY = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
    private static final Pattern LICENCE =
            Pattern.compile("(?i)(META-INF/(.*/)?)?(LICEN[CS]ES?|COPYING)([._-][^/]*|/[^/]+)?");
    private static final int MOST_BYTES_OF_PROPERTIES = 64 << 10;

    static ArchiveContent read(Path archive) throws IOException {
        var classes = new TreeMap<String, ClassFile>();
        var unreadable = new TreeSet<String>();
        var libraries = new TreeSet<String>();
        var hasLicence = false;
        try (var jar = new JarFile(archive.toFile(), false, ZipFile.OPEN_READ, OLDEST_JAVA)) {
            for (var entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
                var name = entry.getName();
                if (isClass(name)) {
                    var className =
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                    try (var in = jar.getInputStream(entry)) {
                        // As much as a class loader reads, and no more.
                        var bytes = in.readNBytes((int) entry.getSize());
                        classes.put(className, ClassFile.read(new ByteArrayInputStream(bytes)));
                    } catch (IOException e) {
                        unreadable.add(className);
                    }
                }
                var library = LIBRARY.matcher(name);
                if (library.matches()) {
                    libraries.add(library.group(1) + ":" + library.group(2) + ":" + version(jar, entry));
                }
                hasLicence = hasLicence
                        || !entry.isDirectory() && LICENCE.matcher(name).matches();
            }
        }
        return new ArchiveContent(classes, unreadable, libraries, hasLicence, Files.size(archive));
    }

    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static String version(JarFile jar, JarEntry entry) throws IOException {
        var properties = new Properties();
        try (var in = jar.getInputStream(entry)) {
            properties.load(new ByteArrayInputStream(in.readNBytes(MOST_BYTES_OF_PROPERTIES)));
        } catch (IllegalArgumentException e) {
            return "?";
        }
        return properties.getProperty("version", "?");
    }
}
