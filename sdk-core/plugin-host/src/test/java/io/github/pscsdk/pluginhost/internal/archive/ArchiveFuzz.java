package io.github.pscsdk.pluginhost.internal.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.testkit.support.AnyInput;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as an archive, and as the manifest and the index of one. */
class ArchiveFuzz {
    @TempDir
    private static Path folder;

    @FuzzTest
    void any_archive_names_its_classes_or_is_refused(byte[] input) throws Exception {
        read(Files.write(folder.resolve("any.jar"), input));
        read(PluginJar.named("made.jar")
                .entry(JarFile.MANIFEST_NAME, input)
                .entry("META-INF/extensions.idx", input)
                .writeInto(folder));
    }

    private static void read(Path archive) {
        AnyInput.read(() -> PluginManifest.read(archive).checkContract(ContractVersion.current()), Refusal.class);
        AnyInput.read(() -> PluginManifest.extensions(archive), Refusal.class);
    }
}
