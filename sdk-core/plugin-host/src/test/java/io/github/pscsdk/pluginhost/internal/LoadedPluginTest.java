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
import io.github.pscsdk.testkit.support.PluginCompiler;
import io.github.pscsdk.testkit.support.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final String CLOSED = "pscsdk.loaded-plugin-test.closed";
    private static final Map<String, byte[]> CLASSES = PluginCompiler.compile(Map.of(
            "odd.Nothing",
            "package odd; public class Nothing {}",
            "odd.Broken",
            """
            package odd;
            public class Broken extends org.pf4j.Plugin {
              @Override public void start() { throw new AssertionError("no"); }
            }
            """,
            "odd.Good",
            """
            package odd;
            public class Good extends FailsAtStart {
              @Override public void start(io.github.pscsdk.spi.AuthenticatorServices services) {}
            }
            """,
            "odd.FailsAtStart",
            """
            package odd;
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.spi.*;
            public class FailsAtStart implements Authenticator {
              public AuthenticatorDescriptor descriptor() {
                return AuthenticatorDescriptor.of("odd", WayIn.BACKCHANNEL, "Essai", "Test");
              }
              public void start(AuthenticatorServices services) {
                throw new IllegalStateException("no licence");
              }
              public Grant authenticate(AuthenticationRequest request, AuthenticationContext context) {
                throw new IllegalStateException("never reached");
              }
              public void close() { System.setProperty("%s", "true"); }
            }
            """.formatted(CLOSED)));

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
        System.clearProperty(CLOSED);
    }

    private Staged staged(PluginJar jar) throws Exception {
        return copies.stage(jar.writeInto(folder), Set.of(), PluginIntegrity.off());
    }

    private LoadedPlugin load(Staged staged) throws Refusal {
        return new LoadedPlugin(staged, services, () -> {}).load(PluginHost.Settings.LOAD_LIMIT, Set.of());
    }

    private PluginProblem refused(PluginJar jar) throws Exception {
        var staged = staged(jar);

        var refusal = assertThrows(Refusal.class, () -> load(staged));

        assertFalse(Files.exists(staged.copy()));
        return refusal.problem();
    }

    @ParameterizedTest
    @CsvSource({"odd.Nothing, , NO_AUTHENTICATOR", "odd.FailsAtStart, odd.Broken, PLUGIN_FAILED"})
    void its_private_copy_goes(String extension, String pluginClass, PluginProblem problem) throws Exception {
        var jar = PluginJar.named("odd.jar").extension(extension, CLASSES);

        assertEquals(problem, refused(pluginClass == null ? jar : jar.with("Plugin-Class", pluginClass)));
    }

    @Test
    void an_authenticator_that_does_not_start_is_closed() throws Exception {
        refused(PluginJar.named("odd.jar").extension("odd.FailsAtStart", CLASSES));

        assertEquals("true", System.getProperty(CLOSED));
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
        var late = load(staged(PluginJar.named("odd.jar").extension("odd.Good", CLASSES)));

        host.use(late);

        assertEquals(List.of(), host.all());
        assertEquals(PluginStatus.State.STOPPED, late.status().state());
        assertEquals("true", System.getProperty(CLOSED));
    }
}
