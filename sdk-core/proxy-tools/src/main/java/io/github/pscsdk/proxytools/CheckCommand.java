package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Tells the mistakes of a configuration. */
@Command(
        name = "check",
        header = "Tells every mistake of a configuration, as the start of the service does.",
        description = {
            "Reads the files and environment variables that the configuration names. Nothing is started, opened or called. "
                    + "Standard output has one line for each mistake: its line in the file, its member, and what is allowed."
        },
        sortOptions = false)
final class CheckCommand extends InteractiveCommand {
    @Parameters(paramLabel = "CONFIGURATION.json", description = "The configuration.")
    private Path file;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException {
        try {
            ConfigurationReader.read(file, System.getenv());
            screen.say("check.passed", file);
            return ExitCode.OK;
        } catch (SettingsException e) {
            if (json()) {
                throw new PscException(ServerProblem.CONFIGURATION_UNUSABLE, String.valueOf(e.getMessage()), e);
            }
            var out = spec.commandLine().getOut();
            e.sentences(texts.language()).forEach(out::println);
            out.flush();
            screen.finding(Diagnostic.of(ServerProblem.CONFIGURATION_UNUSABLE, Severity.BLOCKING));
            return ExitCode.SOFTWARE;
        }
    }
}
