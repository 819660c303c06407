package io.github.pscsdk.pluginhost;

import io.github.pscsdk.diagnostic.PluginProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.pf4j.ManifestPluginDescriptorFinder;

/**
 * What an archive says of itself, checked before a class of it is loaded.
 *
 * @param id {@code Plugin-Id}
 * @param version {@code Plugin-Version}
 * @param requires {@code Plugin-Requires}
 */
record PluginManifest(String id, String version, Optional<String> requires) {
    // Both become part of a file name.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}[A-Za-z0-9.+-]{0,64}");

    /** Reads it, once {@link ArchiveBounds} has nothing against the archive. */
    static PluginManifest read(Path archive) throws Refusal {
        var attributes = attributes(archive);
        var id = shaped(attributes, ManifestPluginDescriptorFinder.PLUGIN_ID, ID);
        var version = shaped(attributes, ManifestPluginDescriptorFinder.PLUGIN_VERSION, VERSION);
        if (text(attributes, ManifestPluginDescriptorFinder.PLUGIN_DEPENDENCIES).isPresent()) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "depends on another plug-in; pack it into one archive");
        }
        // The class loader would follow it to archives that nobody checked, over the network too.
        if (text(attributes, Attributes.Name.CLASS_PATH.toString()).isPresent()) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "has a Class-Path; pack what it needs into one archive");
        }
        return new PluginManifest(id, version, text(attributes, ManifestPluginDescriptorFinder.PLUGIN_REQUIRES));
    }

    private static Attributes attributes(Path archive) throws Refusal {
        ArchiveBounds.checkDirectory(archive);
        // Every entry of a signed archive is verified when it is loaded; nothing is gained by doing it here.
        try (var jar = new JarFile(archive.toFile(), false)) {
            ArchiveBounds.checkEntries(jar);
            var manifest = jar.getManifest();
            if (manifest == null) {
                throw new Refusal(PluginProblem.NOT_A_PLUGIN, "has no manifest");
            }
            return manifest.getMainAttributes();
        } catch (IOException | RuntimeException e) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "is no readable jar archive");
        }
    }

    private static String shaped(Attributes attributes, String name, Pattern shape) throws Refusal {
        var value = text(attributes, name).orElse("");
        if (!shape.matcher(value).matches()) {
            throw new Refusal(PluginProblem.NOT_A_PLUGIN, "has no usable " + name);
        }
        return value;
    }

    private static Optional<String> text(Attributes attributes, String name) {
        var value = attributes.getValue(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.trim());
    }
}
