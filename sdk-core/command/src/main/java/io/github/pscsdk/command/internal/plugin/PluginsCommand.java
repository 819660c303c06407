package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.commandline.internal.CommonOptions;
import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.commandline.internal.InteractiveRun;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of what is in a folder of plug-ins. */
@Command(
        name = "plugins",
        header = "Says what is in a folder of plug-ins: their states, and what can be set on them.",
        description = {
            "Loads the plug-ins as practice software does, and logs nobody in. Of a setting it tells where it is set, and never the "
                    + "value.",
            "",
            "Needs no server and no network. Ends with 0 if nothing blocks, with 1 otherwise."
        },
        sortOptions = false)
public final class PluginsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The folder of plug-in archives. Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private AuthenticatorFolders folders;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        return InteractiveRun.run(spec, this::look);
    }

    private int look(Texts texts, Screen screen) {
        try (var host = new HostedFolder(
                folder.orElseGet(DefaultPluginFolder::besideTheJar),
                folders.settings(),
                folders.state(),
                texts.language().locale(),
                Clock.systemUTC())) {
            var document = host.look();
            new Screen(spec.commandLine().getOut(), texts, false)
                    .show(common.json() ? List.of(Json.write(document)) : PluginReport.of(document, texts));
            return document.isBlocked() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}
