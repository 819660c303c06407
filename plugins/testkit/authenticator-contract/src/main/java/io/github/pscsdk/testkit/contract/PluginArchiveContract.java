package io.github.pscsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.spi.Authenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The requirements on a plug-in archive. Implement it in an integration test of the plug-in whose name ends in {@code
 * IT} and which runs after packaging; each method becomes a test. Needs JUnit Jupiter.
 */
public interface PluginArchiveContract {
    /** The authenticator in the archive. */
    Class<? extends Authenticator> authenticator();

    /** The expected {@code Plugin-Id} of the manifest. */
    String pluginId();

    /** The archive. The default is the one file in {@code target} whose name ends in {@code -plugin.jar}. */
    default Path archive() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            var archives = files.filter(file -> file.getFileName().toString().endsWith("-plugin.jar"))
                    .toList();
            assertEquals(1, archives.size(), "one plug-in archive: run the build up to the phase verify");
            return archives.get(0);
        }
    }

    /** The expected {@code Plugin-Requires} of the manifest. The default is every 1.x of the contract. */
    default String pluginRequires() {
        return ">=1.0.0 & <2.0.0";
    }

    /** Files that the archive must have beside the authenticator and its index, such as texts. The default is none. */
    default Set<String> files() {
        return Set.of();
    }

    /** Prefixes of other allowed files, such as {@code com/example/driver/} for a library. None by default. */
    default Set<String> libraries() {
        return Set.of();
    }

    /** A host reads these before it loads a class, and refuses an archive without them. */
    @Test
    default void the_manifest_says_what_the_engine_asks_of_a_plug_in() throws Exception {
        try (var archive = new JarFile(archive().toFile())) {
            var manifest = archive.getManifest().getMainAttributes();

            assertEquals(pluginId(), manifest.getValue("Plugin-Id"));
            assertEquals(pluginRequires(), manifest.getValue("Plugin-Requires"));
            var version = Objects.requireNonNullElse(manifest.getValue("Plugin-Version"), "");
            assertTrue(version.matches("\\d+\\.\\d+\\.\\d+\\S*"), "Plugin-Version has three numbers: " + version);
            var provider = Objects.requireNonNullElse(manifest.getValue("Plugin-Provider"), "");
            assertFalse(provider.isBlank(), "Plugin-Provider says who made it");
            assertNull(
                    manifest.getValue("Class-Path"), "hosts refuse a Class-Path: pack what it needs into the archive");
        }
    }

    /** PF4J's annotation processor writes the index. Without the index a host finds nothing in the archive. */
    @Test
    default void the_index_names_the_authenticator_and_nothing_else() throws Exception {
        try (var archive = new JarFile(archive().toFile())) {
            var index = archive.getEntry("META-INF/extensions.idx");
            assertNotNull(index, "META-INF/extensions.idx is missing: PF4J is no annotation processor of the build");

            var names = new String(archive.getInputStream(index).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();

            assertEquals(List.of(authenticator().getName()), names);
        }
    }

    /** The engine brings these classes. A second copy is useless, or hides that a version is missing. */
    @Test
    default void the_archive_holds_the_plug_in_and_nothing_that_the_engine_brings() throws Exception {
        try (var archive = new JarFile(archive().toFile())) {
            var files = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .collect(Collectors.toCollection(TreeSet::new));

            var wanted = new TreeSet<>(files());
            wanted.add(authenticator().getName().replace('.', '/') + ".class");
            wanted.removeAll(files);
            assertEquals(Set.of(), wanted, "missing");
            var allowed = new TreeSet<>(libraries());
            allowed.add(authenticator().getPackageName().replace('.', '/') + "/");
            allowed.add("META-INF/");
            files.removeIf(file -> allowed.stream().anyMatch(file::startsWith));
            assertEquals(Set.of(), files, "not of the plug-in");
        }
    }

    /** The folder of a host holds archives and nothing else. */
    @Test
    default void a_host_loads_it_and_has_nothing_against_it(@TempDir Path folder) throws Exception {
        try (var loaded = LoadedArchive.load(archive(), folder)) {
            assertEquals(List.of(), loaded.host().findings());
            assertEquals(
                    List.of(PluginStatus.State.RUNNING),
                    loaded.host().all().stream().map(PluginStatus::state).toList());
            assertEquals(1, loaded.authenticators().size());
        }
    }

    /** On a workstation without its device, too. */
    @Test
    default void it_answers_in_a_host_on_a_machine_without_its_device(@TempDir Path folder) throws Exception {
        try (var loaded = LoadedArchive.load(archive(), folder)) {
            for (var authenticator : loaded.authenticators()) {
                var said = authenticator.diagnose().stream().map(Diagnostic::problem);
                var problems = Stream.concat(said, authenticator.obstacle().stream());

                assertEquals(
                        List.of(),
                        problems.filter(ContractHost::isOfGuard)
                                .map(Problem::name)
                                .toList());
            }
        }
    }

    /** A login that is cancelled leaves nothing behind that a host would have to wait for. */
    @Test
    default void a_login_with_it_ends_when_it_is_cancelled(@TempDir Path folder) throws Exception {
        try (var loaded = LoadedArchive.load(archive(), folder)) {
            loaded.cancelLogins(
                    AuthenticationRequest.ofAnybody().withNationalId(AuthenticatorUnderTest.FICTITIOUS_PHARMACIST));

            for (var authenticator : loaded.authenticators()) {
                assertEquals(0, authenticator.stuckThreads());
            }
        }
    }

    /** A plug-in is replaced while the software runs: what is left of each version would fill the memory. */
    @Test
    default void nothing_of_it_is_left_once_it_is_unloaded(@TempDir Path folder) throws Exception {
        LoadedArchive.assertNothingIsLeft(archive(), folder, AuthenticatorUnderTest.PATIENCE);
    }
}
