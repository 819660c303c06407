package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.Json;
import io.github.pscsdk.commandline.internal.DefaultPluginFolder;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
public final class PluginsCommand extends InteractiveCommand {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The folder of plug-in archives. Default: the folder \"plugins\" beside the running jar.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private AuthenticatorDataOptions folders;

    @Override
    protected int work(Texts texts, Screen screen) {
        try (var host = new HostedFolder(
                folder.orElseGet(DefaultPluginFolder::besideTheJar),
                folders.settings(),
                folders.state(),
                texts.language().locale(),
                Clock.systemUTC())) {
            var document = host.look();
            print(texts, () -> Json.write(document), () -> PluginReport.of(document, texts));
            return document.isBlocked() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}
