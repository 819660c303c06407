package io.github.pscsdk.documents;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.PluginIntegrity;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** What the page about plug-ins shows. */
final class PluginsAtRunTime {
    private PluginsAtRunTime() {}

    /** The host's own. */
    interface Log {
        void info(String line);
    }

    static PscClient watching(PscClientBuilder builder, Path folder, Log log) {
        var client = builder.pluginDirectory(folder)
                .watchPlugins(Duration.ofSeconds(10))
                .onPluginChange(status -> log.info(status.file() + " " + status.state()))
                .build();
        return client;
    }

    static void trust(PscClientBuilder builder, String sumOfCertificate, Set<String> sumsOfArchives) {
        var trusted =
                PluginIntegrity.strict().withSigners(Set.of(sumOfCertificate)).withArchives(sumsOfArchives);
        builder.pluginIntegrity(trusted);
    }

    static void change(PscClient client, Log log) throws PscException {
        for (var plugin : client.plugins().refresh()) {
            log.info(plugin.file() + " " + plugin.version().orElse("") + " " + plugin.state());
        }
        client.plugins().disable("badge");
        client.plugins().enable("badge");
        client.plugins().remove("badge");
    }
}
