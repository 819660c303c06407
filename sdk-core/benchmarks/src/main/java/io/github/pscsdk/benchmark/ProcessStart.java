package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.ChildJvm;
import io.github.pscsdk.benchmark.harness.PairedCosts;
import io.github.pscsdk.benchmark.harness.Run;
import io.github.pscsdk.benchmark.harness.TemporaryFolder;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.support.PluginCompiler;
import io.github.pscsdk.testkit.support.PluginJar;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.pf4j.DefaultPluginManager;

/** CPU time of a whole process until it knows its authenticators, three or twenty. */
final class ProcessStart {
    private static final String IDLE = """
            import io.github.pscsdk.api.*;
            import io.github.pscsdk.api.dialog.*;
            import io.github.pscsdk.api.professional.*;
            import io.github.pscsdk.diagnostic.PscException;
            import io.github.pscsdk.spi.*;

            public final class Idle implements Authenticator {
                public AuthenticatorDescriptor descriptor() {
                    return AuthenticatorDescriptor.of("ID", WayIn.BROWSER, "Fictif", "Fictitious");
                }

                public Grant authenticate(AuthenticationRequest request, AuthenticationContext context)
                        throws PscException, InterruptedException {
                    return context.browser();
                }
            }
            """;

    private ProcessStart() {}

    static void take(Run run) throws Exception {
        take(3, run);
        take(20, run);
    }

    private static void take(int plugins, Run run) throws Exception {
        try (var archives = TemporaryFolder.create()) {
            write(plugins, archives.path());
            var folder = archives.path().toString();
            var number = Integer.toString(plugins);
            var pairs = PairedCosts.take(
                    run.of(2, 0),
                    run.of(25, 1),
                    () -> ChildJvm.ask(Sdk.class, folder, number).get(0),
                    () -> ChildJvm.ask(PluginFramework.class, folder, number).get(0));
            run.pairs(plugins + " plug-ins", "SDK", "PF4J alone", pairs, "ms");
        }
    }

    private static void write(int number, Path folder) {
        for (var i = 1; i <= number; i++) {
            var id = "idle-" + i;
            PluginJar.named(id + ".jar")
                    .extension("Idle", PluginCompiler.compile(Map.of("Idle", IDLE.replace("ID", id))))
                    .writeInto(folder);
        }
    }

    static final class PluginFramework {
        private PluginFramework() {}

        /** @param arguments folder and number of the archives */
        public static void main(String... arguments) {
            var manager = new DefaultPluginManager(Path.of(arguments[0]));
            manager.loadPlugins();
            manager.startPlugins();
            // Only what is in archives: the card plug-in is on the class path.
            var ids = manager.getPlugins().stream()
                    .flatMap(plugin -> manager.getExtensions(Authenticator.class, plugin.getPluginId()).stream())
                    .map(extension -> extension.descriptor().id())
                    .toList();
            Spent.print(ids.size(), Integer.parseInt(arguments[1]));
        }
    }

    static final class Sdk {
        private Sdk() {}

        /** @param arguments folder and number of the archives */
        public static void main(String... arguments) throws PscException {
            try (var client = PscClientBuilder.forServerHalf(URI.create("https://proxy.example"))
                    .clientId(TokenSigner.CLIENT)
                    .applicationToken("a-fictitious-token")
                    .pluginDirectory(Path.of(arguments[0]))
                    .build()) {
                // The authenticators of the plug-ins, and the engine's own: the browser.
                Spent.print(client.authenticators().size(), Integer.parseInt(arguments[1]) + 1);
            }
        }
    }

    private static final class Spent {
        /** Prints CPU time in milliseconds, if there are as many authenticators as there should be. */
        static void print(int found, int expected) {
            if (found != expected) {
                throw new IllegalStateException(found + " authenticators instead of " + expected);
            }
            // Not from the management beans, whose loading would cost as much as an empty JVM.
            var spent = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
            System.out.println(spent.toMillis());
        }
    }
}
