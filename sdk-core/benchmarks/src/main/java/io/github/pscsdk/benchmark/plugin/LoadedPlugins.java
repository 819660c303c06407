package io.github.pscsdk.benchmark.plugin;

import io.github.pscsdk.spi.Authenticator;
import java.util.List;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;

/** What the plug-in framework alone finds in its archives; the card plug-in on the class path of the benchmarks is none of them. */
public final class LoadedPlugins {
    private LoadedPlugins() {}

    /** Their authenticators, made anew. */
    public static List<Authenticator> authenticators(PluginManager manager) {
        return manager.getPlugins().stream()
                .map(PluginWrapper::getPluginId)
                .flatMap(id -> manager.getExtensions(Authenticator.class, id).stream())
                .toList();
    }
}
