package io.github.pscsdk.pluginhost.internal.archive;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;
import org.pf4j.IndexedExtensionFinder;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.VersionManager;

/** The manifest of an archive and its index of extensions, checked before a class of the archive is loaded. */
public record PluginManifest(String id, String version, Optional<String> requires) {
    private static final VersionManager VERSIONS = new DefaultVersionManager();
    // Both become part of a file name.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    // PF4J's parser calls itself for each bracket, and 60,000 of them end the stack after seconds. A range of two
    // bounds has 20.
    private static final int MOST_CHARACTERS_OF_RANGE = 100;
    // To PF4J a bare version means "or any later one".
    private static final Pattern BARE = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    // No contract will ever have this version: a range that includes it has no upper bound.
    private static final String BEYOND = "1000000.0.0";

    private static final int MOST_INDEX_BYTES = 64 << 10;
    // A plug-in offers one authenticator or two.
    private static final int MOST_EXTENSIONS = 64;
    private static final int MOST_CHARACTERS_OF_CLASS = 500;
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+(?:\\.[\\p{L}_$][\\p{L}\\p{M}\\p{N}_$]*+)*+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}[A-Za-z0-9.+-]{0,64}");

    /** Reads it, once {@link ArchiveBounds} has nothing against the archive. */
    public static PluginManifest read(Path archive) throws Refusal {
        var attributes = attributes(archive);
        var id = shaped(attributes, ManifestPluginDescriptorFinder.PLUGIN_ID, ID)
                .orElseThrow(() -> refusal("has no usable Plugin-Id"));
        var version = shaped(attributes, ManifestPluginDescriptorFinder.PLUGIN_VERSION, VERSION)
                .filter(PluginManifest::isComparable)
                .orElseThrow(() ->
                        new Refusal(PluginProblem.NOT_A_PLUGIN, "has no usable Plugin-Version", Map.of("plugin", id)));
        var manifest =
                new PluginManifest(id, version, text(attributes, ManifestPluginDescriptorFinder.PLUGIN_REQUIRES));
        if (text(attributes, ManifestPluginDescriptorFinder.PLUGIN_DEPENDENCIES).isPresent()) {
            throw new Refusal(
                    PluginProblem.NOT_A_PLUGIN,
                    "depends on another plug-in; pack it into one archive",
                    manifest.facts());
        }
        // The class loader would follow it to archives that nobody checked, over the network too.
        if (text(attributes, Attributes.Name.CLASS_PATH.toString()).isPresent()) {
            throw new Refusal(
                    PluginProblem.NOT_A_PLUGIN,
                    "has a Class-Path; pack what it needs into one archive",
                    manifest.facts());
        }
        return manifest;
    }

    /** Refuses a plug-in that states no range of versions of the contract, an open one, or one without this version. */
    void checkContract(String contract) throws Refusal {
        var facts = new HashMap<>(facts());
        facts.put("contract", contract);
        var range =
                requires.orElseThrow(() -> new Refusal(PluginProblem.INCOMPATIBLE, "has no Plugin-Requires", facts));
        facts.put("requires", range);
        if (range.length() > MOST_CHARACTERS_OF_RANGE) {
            throw unreadable(facts);
        }
        try {
            if (BARE.matcher(range).matches() || VERSIONS.checkVersionConstraint(BEYOND, range)) {
                throw new Refusal(PluginProblem.INCOMPATIBLE, "states no upper bound in Plugin-Requires", facts);
            }
            if (!VERSIONS.checkVersionConstraint(contract, range)) {
                throw new Refusal(PluginProblem.INCOMPATIBLE, "was made for another version of the contract", facts);
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw unreadable(facts);
        }
    }

    private static Refusal unreadable(Map<String, String> facts) {
        return new Refusal(PluginProblem.INCOMPATIBLE, "has an unreadable Plugin-Requires", facts);
    }

    /** For a refusal of the archive: of which plug-in it is, and which version of it. */
    public Map<String, String> facts() {
        return Map.of("plugin", id, "version", version);
    }

    /** Negative where its version is lower than that one of the same plug-in, 0 where it is as high. */
    public int compareVersion(String other) {
        return VERSIONS.compareVersions(version, other);
    }

    private static boolean isComparable(String version) {
        try {
            // Fails where it cannot be read.
            return VERSIONS.compareVersions(version, version) == 0;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static Attributes attributes(Path archive) throws Refusal {
        ArchiveBounds.checkDirectory(archive);
        // Every entry of a signed archive is verified when it is loaded; nothing is gained by doing it here.
        try (var jar = new JarFile(archive.toFile(), false)) {
            ArchiveBounds.checkEntries(jar);
            var manifest = jar.getManifest();
            if (manifest == null) {
                throw refusal("has no manifest");
            }
            return manifest.getMainAttributes();
        } catch (IOException | RuntimeException e) {
            throw refusal("is no readable jar archive");
        }
    }

    private static Optional<String> shaped(Attributes attributes, String name, Pattern shape) {
        return text(attributes, name).filter(value -> shape.matcher(value).matches());
    }

    private static Optional<String> text(Attributes attributes, String name) {
        var value = attributes.getValue(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.trim());
    }

    // ---- the index of extensions -----------------------------------------------------------------------------------

    /** The sorted classes that the index names. PF4J's own finder reads the indexes of all plug-ins each time. */
    public static Set<String> extensions(Path archive) throws Refusal {
        var classes = new TreeSet<String>();
        for (var line : index(archive).split("[\r\n]+")) {
            var name = line.split("#", 2)[0].trim();
            if (!name.isEmpty()) {
                if (name.length() > MOST_CHARACTERS_OF_CLASS
                        || !CLASS_NAME.matcher(name).matches()) {
                    throw refusal("its index of extensions has a line that is no class name");
                }
                classes.add(name);
                if (classes.size() > MOST_EXTENSIONS) {
                    throw refusal("its index of extensions names more than " + MOST_EXTENSIONS + " classes");
                }
            }
        }
        return classes;
    }

    private static String index(Path archive) throws Refusal {
        try (var jar = new JarFile(archive.toFile(), false)) {
            var index = jar.getEntry(IndexedExtensionFinder.EXTENSIONS_RESOURCE);
            var text = index == null ? new byte[0] : jar.getInputStream(index).readNBytes(MOST_INDEX_BYTES + 1);
            if (text.length > MOST_INDEX_BYTES) {
                throw ArchiveBounds.tooLarge("its index of extensions", MOST_INDEX_BYTES);
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            throw refusal("its index of extensions cannot be read");
        }
    }

    private static Refusal refusal(String reason) {
        return new Refusal(PluginProblem.NOT_A_PLUGIN, reason);
    }
}
