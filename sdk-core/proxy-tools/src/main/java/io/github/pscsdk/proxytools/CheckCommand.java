package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommonOptions;
import io.github.pscsdk.commandline.internal.InteractiveRun;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the mistakes of a configuration. */
@Command(
        name = "check",
        header = "Tells every mistake of a configuration, as the start of the service does.",
        description = {
            "Reads the files and environment variables that the configuration names. Nothing is started, opened or called. "
                    + "Standard output has one line for each mistake: its line in the file, its member, and what is allowed."
        },
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIGURATION.json", description = "The configuration.")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        return InteractiveRun.run(spec, (texts, screen) -> {
            try {
                ConfigurationReader.read(file, System.getenv());
                screen.say("check.passed", file);
                return ExitCode.OK;
            } catch (SettingsException e) {
                if (common.json()) {
                    throw new PscException(ServerProblem.CONFIGURATION_UNUSABLE, e.getMessage(), e);
                }
                var out = spec.commandLine().getOut();
                e.sentences(texts.language()).forEach(out::println);
                out.flush();
                screen.finding(Diagnostic.of(ServerProblem.CONFIGURATION_UNUSABLE, Severity.BLOCKING));
                return ExitCode.SOFTWARE;
            }
        });
    }
}
