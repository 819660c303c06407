package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.commandline.CommandGroup;
import picocli.CommandLine.Command;

/** The command line of what concerns one plug-in. */
@Command(
        name = "plugin",
        header = "Looks at plug-in archives: for whoever makes one, or is about to give it out.",
        subcommands = VerifyCommand.class,
        footer = "  psc plugin verify badge-1.0.0-plugin.jar")
public final class PluginCommand extends CommandGroup {}
