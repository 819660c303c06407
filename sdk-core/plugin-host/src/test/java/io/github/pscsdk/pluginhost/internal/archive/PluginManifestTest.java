package io.github.pscsdk.pluginhost.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginManifestTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/more.jar", "file:/tmp/pipe", "other-1.0.0.jar"})
    void a_class_path_to_archives_that_nobody_checked_is_refused(String classPath) {
        assertEquals(
                "has a Class-Path; pack what it needs into one archive",
                refused(PluginJar.named("good.jar").with("Class-Path", classPath)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999.0.0", "1.0", "1.0.0/../../evil", "1.0.0-é"})
    void a_version_of_another_shape_is_refused(String version) {
        assertEquals(
                "has no usable Plugin-Version",
                refused(PluginJar.named("good.jar").with("Plugin-Version", version)));
    }

    @Test
    void a_value_that_is_blank_is_none() {
        assertEquals(
                "has no usable Plugin-Id", refused(PluginJar.named("good.jar").with("Plugin-Id", " ")));
    }

    private String refused(PluginJar archive) {
        return assertThrows(Refusal.class, () -> PluginManifest.read(archive.writeTo(folder.resolve("any.jar"))))
                .getMessage();
    }
}
