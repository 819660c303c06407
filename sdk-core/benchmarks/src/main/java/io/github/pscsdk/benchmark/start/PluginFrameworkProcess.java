package io.github.pscsdk.benchmark.start;

import io.github.pscsdk.benchmark.plugin.LoadedPlugins;
import java.nio.file.Path;
import org.pf4j.DefaultPluginManager;

/** The plug-in framework alone. */
final class PluginFrameworkProcess {
    private PluginFrameworkProcess() {}

    public static void main(String... folderAndNumber) {
        var manager = new DefaultPluginManager(Path.of(folderAndNumber[0]));
        manager.loadPlugins();
        manager.startPlugins();
        var ids = LoadedPlugins.authenticators(manager).stream()
                .map(extension -> extension.descriptor().id())
                .toList();
        Spent.print(ids.size(), Integer.parseInt(folderAndNumber[1]));
    }
}
