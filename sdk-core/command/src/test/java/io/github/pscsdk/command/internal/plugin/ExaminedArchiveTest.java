package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.HostServices;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.pluginverification.internal.VerificationHost;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExaminedArchiveTest {
    @TempDir
    private Path folder;

    static Stream<UnaryOperator<PluginJar>> refused() {
        return Stream.of(
                archive -> archive.with("Plugin-Id", "../up"),
                archive -> archive.with("Plugin-Version", "one"),
                archive -> archive.with("Plugin-Requires", ">=1.0.0"),
                archive -> archive.with("Plugin-Requires", ">=7.0.0 & <8.0.0"),
                archive -> archive.with("Plugin-Dependencies", "other"),
                archive -> archive.with("Class-Path", "other.jar"),
                archive -> archive.bomb("Large.class", 17),
                archive -> archive.entry("META-INF/extensions.idx", "no class name\n"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_says_of_an_archive_what_a_host_says(UnaryOperator<PluginJar> spoil) throws Exception {
        var archive = spoil.apply(PluginJar.named("good.jar")).writeTo(folder.resolve("good.jar"));

        var refusal = assertThrows(Refusal.class, () -> ExaminedArchive.of(archive));

        assertEquals(findingsOfAHost(), refusal.about("good.jar"));
        assertEquals(1, refusal.about("good.jar").size());
    }

    @Test
    void of_one_that_hosts_take_it_says_what_it_is() throws Exception {
        var file = PluginJar.named("good.jar")
                .entry("META-INF/extensions.idx", "example.Good\n")
                .writeTo(folder.resolve("good.jar"));

        var archive = ExaminedArchive.of(file);

        assertEquals("good 1.0.0", archive.pluginId() + " " + archive.version());
        assertEquals(Set.of("example.Good"), archive.extensions());
        assertTrue(archive.sha256().matches("[0-9a-f]{64}"));
    }

    @Test
    void what_is_no_file_is_refused_too() {
        for (var odd : List.of(folder, folder.resolve("absent.jar"), folder.getRoot())) {
            var refusal = assertThrows(Refusal.class, () -> ExaminedArchive.of(odd));
            assertEquals(PluginProblem.NOT_A_PLUGIN, refusal.problem());
        }
    }

    private List<?> findingsOfAHost() throws Exception {
        try (var threads = new EngineThreads(Clock.systemUTC())) {
            var services = new HostServices(
                    Optional.empty(), Optional.empty(), Locale.ENGLISH, threads, NetworkSettings.ofSystem());
            try (var host = VerificationHost.load(folder, Set.of(), services)) {
                return host.plugins().findings();
            }
        } finally {
            Files.deleteIfExists(folder.resolve("good.jar"));
        }
    }
}
