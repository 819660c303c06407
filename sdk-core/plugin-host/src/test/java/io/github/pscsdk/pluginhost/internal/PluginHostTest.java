package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.api.PluginStatus.State;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the archives of a folder, in use or not. */
class PluginHostTest {
    @TempDir
    Path folder;

    @AutoClose
    private final EngineThreads threads = new EngineThreads(Clock.systemUTC());

    private PluginHost load() {
        var services = new HostServices(
                Optional.empty(), Optional.empty(), Locale.ENGLISH, threads, NetworkSettings.ofSystem());
        var settings = new PluginHost.Settings(
                Optional.of(folder),
                PluginIntegrity.off(),
                Set.of(),
                PluginHost.Settings.LOAD_LIMIT,
                Optional.empty(),
                status -> {});
        return PluginHost.load(settings, services, authenticators -> {});
    }

    private Path write(String file, String id, String version, String extension) {
        return PluginJar.named(file)
                .with("Plugin-Id", id)
                .with("Plugin-Version", version)
                .extension(extension, OddPlugins.CLASSES)
                .writeInto(folder);
    }

    private static Set<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    void of_all_that_lies_in_the_folder_only_what_is_in_use_has_a_private_copy() throws Exception {
        write("newest.jar", "odd", "2.0.0", "odd.Good");
        write("older.jar", "odd", "1.0.0", "odd.Good");
        write("without.jar", "without", "1.0.0", "odd.Nothing");
        write("broken.jar", "broken", "1.0.0", "odd.FailsAtStart");
        Path copy;
        try (var host = load()) {
            copy = host.running("odd").orElseThrow().archive().copy();
            for (var look = 0; look < 3; look++) {
                assertEquals(Set.of(copy), filesIn(copy.getParent()), "after " + look + " looks");
                host.refresh();
            }
        }

        assertFalse(Files.exists(copy.getParent()));
    }

    @Test
    void after_its_end_it_has_none() {
        write("odd.jar", "odd", "1.0.0", "odd.Good");
        var host = load();
        host.dismiss("odd");
        assertEquals(1, host.all().size());

        host.close();

        assertEquals(List.of(), host.all());
    }

    @Test
    void an_older_archive_says_which_one_is_used_instead() {
        write("newest.jar", "odd", "2.0.0", "odd.Good");
        write("older.jar", "odd", "1.0.0", "odd.Good");
        try (var host = load()) {
            var facts = host.findings().get(0).facts();

            assertEquals("older.jar", facts.get("file"));
            assertEquals("newest.jar", facts.get("other"));
            assertEquals("2.0.0", facts.get("used"));
        }
    }

    @Test
    void what_failed_is_tried_again_once_it_was_taken_away_and_comes_back() throws Exception {
        var archive = write("odd.jar", "odd", "1.0.0", "odd.FailsOnce");
        var away = folder.resolveSibling("away-" + System.nanoTime());
        try (var host = load()) {
            host.refresh();
            assertEquals(List.of(State.REFUSED), states(host), "the same file");

            Files.move(archive, away);
            host.refresh();
            Files.move(away, archive);
            host.refresh();

            assertEquals(List.of(State.RUNNING), states(host));
        } finally {
            System.clearProperty(OddPlugins.FAILED);
        }
    }

    @Test
    void what_failed_is_tried_again_once_another_file_lies_in_its_place() {
        write("odd.jar", "odd", "1.0.0", "odd.FailsAtStart");
        try (var host = load()) {
            write("odd.jar", "odd", "1.0.0", "odd.Good");

            host.refresh();

            assertEquals(List.of(State.RUNNING), states(host));
        }
    }

    private static List<State> states(PluginHost host) {
        return host.all().stream().map(PluginStatus::state).toList();
    }
}
