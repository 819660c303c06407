package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.PluginStatus;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.pluginhost.NetworkSettings;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies;
import io.github.pscsdk.pluginhost.internal.archive.PrivateCopies.Staged;
import io.github.pscsdk.pluginhost.internal.archive.Refusal;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a plug-in that is refused while it is loaded, or comes too late, nothing stays. */
class LoadedPluginTest {
    @TempDir
    Path folder;

    @AutoClose
    private final EngineThreads threads = new EngineThreads(Clock.systemUTC());

    private final HostServices services =
            new HostServices(Optional.empty(), Optional.empty(), Locale.ENGLISH, threads, NetworkSettings.ofSystem());
    private final PrivateCopies copies = PrivateCopies.create();

    LoadedPluginTest() throws Refusal {}

    @AfterEach
    void delete() {
        copies.delete();
        System.clearProperty(OddPlugins.CLOSED);
    }

    private Staged staged(PluginJar jar) throws Exception {
        return copies.stage(jar.writeInto(folder), Set.of(), PluginIntegrity.off());
    }

    private LoadedPlugin load(Staged staged) throws Refusal {
        return new LoadedPlugin(staged, services, () -> {}).load(PluginHost.Settings.LOAD_LIMIT, Set.of());
    }

    private Refusal refused(PluginJar jar) throws Exception {
        var staged = staged(jar);

        var refusal = assertThrows(Refusal.class, () -> load(staged));

        assertFalse(Files.exists(staged.copy()));
        return refusal;
    }

    @ParameterizedTest
    @CsvSource({"odd.Nothing, , NO_AUTHENTICATOR", "odd.FailsAtStart, odd.Broken, PLUGIN_FAILED"})
    void its_private_copy_goes(String extension, String pluginClass, PluginProblem problem) throws Exception {
        var jar = PluginJar.named("odd.jar").extension(extension, OddPlugins.CLASSES);

        assertEquals(
                problem,
                refused(pluginClass == null ? jar : jar.with("Plugin-Class", pluginClass))
                        .problem());
    }

    @Test
    void what_failed_in_which_class_and_for_which_contract_is_said() throws Exception {
        var refusal = refused(PluginJar.named("odd.jar").extension("odd.FailsAtStart", OddPlugins.CLASSES));

        var facts = refusal.about("odd.jar").get(0).facts();
        assertEquals("odd", facts.get("plugin"));
        assertEquals("odd.FailsAtStart", facts.get("class"));
        assertEquals(">=1.0.0 & <2.0.0", facts.get("requires"));
    }

    @Test
    void an_authenticator_that_does_not_start_is_closed() throws Exception {
        refused(PluginJar.named("odd.jar").extension("odd.FailsAtStart", OddPlugins.CLASSES));

        assertEquals("true", System.getProperty(OddPlugins.CLOSED));
    }

    @Test
    void nothing_can_be_loaded_any_more_of_one_whose_stop_fails() throws Exception {
        var jar = PluginJar.named("odd.jar").extension("odd.Good", OddPlugins.CLASSES);
        var loaded = load(staged(jar.with("Plugin-Class", "odd.BrokenAtStop")));

        loaded.stop();

        var loader = (ClassLoader) System.getProperties().remove(OddPlugins.LOADER);
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("odd.Nothing"));
    }

    @Test
    void one_that_comes_when_its_host_has_been_closed_ends_at_once() throws Exception {
        var settings = new PluginHost.Settings(
                Optional.empty(),
                PluginIntegrity.off(),
                Set.of(),
                PluginHost.Settings.LOAD_LIMIT,
                Optional.empty(),
                status -> {});
        var host = PluginHost.load(settings, services, authenticators -> {});
        host.close();
        var late = load(staged(PluginJar.named("odd.jar").extension("odd.Good", OddPlugins.CLASSES)));

        host.use(late);

        assertEquals(List.of(), host.all());
        assertEquals(PluginStatus.State.STOPPED, late.status().state());
        assertEquals("true", System.getProperty(OddPlugins.CLOSED));
    }
}
