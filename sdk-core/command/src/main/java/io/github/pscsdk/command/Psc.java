package io.github.pscsdk.command;

import io.github.pscsdk.command.internal.guide.GuideCommand;
import io.github.pscsdk.command.internal.login.DoctorCommand;
import io.github.pscsdk.command.internal.login.LoginCommand;
import io.github.pscsdk.command.internal.plugin.PluginCommand;
import io.github.pscsdk.command.internal.plugin.PluginsCommand;
import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.commandline.internal.LogConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code psc} command. */
@Command(
        name = "psc",
        description =
                "The support desk's tool: logs a professional in with Pro Sante Connect, and finds out why one cannot.",
        subcommands = {
            LoginCommand.class,
            DoctorCommand.class,
            GuideCommand.class,
            PluginsCommand.class,
            PluginCommand.class
        },
        footer = {
            "  psc doctor                   what stands between this workstation and a login",
            "  psc guide --from CPS-014     what to do after a problem, step by step",
            "  psc login --with cps,ecps    by card, by phone where that does not work",
            "  psc plugins --folder DIR     what is in a folder of plug-ins, and what can be set",
            "  psc plugin verify FILE       whether an archive is fit to be given out",
            "psc COMMAND --help explains a command."
        })
public final class Psc extends Commands.Group {
    /** The JDK's clients log in at no proxy for https by the schemes in it: Basic, unless set. */
    private static final String FORBIDDEN_AT_PROXIES = "jdk.http.auth.tunneling.disabledSchemes";

    /** Runs the command and ends the process. */
    public static void main(String... arguments) {
        System.setProperty(FORBIDDEN_AT_PROXIES, System.getProperty(FORBIDDEN_AT_PROXIES, ""));
        LogConfiguration.ofCommands();
        System.exit(Commands.onStandardStreams(new Psc()).execute(arguments));
    }

    /** The command, ready to be executed; writes where it is told to. */
    public static CommandLine commandLine() {
        return Commands.of(new Psc());
    }
}
