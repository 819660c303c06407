package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a configuration to fill in. */
@Command(
        name = "init",
        header = "Writes a configuration to fill in, into a new file.",
        description = {
            "With the configuration of ANS's example of a Proxy e-Santé (application.yml), it takes over port, environment, clients and "
                    + "backends. No secret is copied: the new file names environment variables in their place."
        },
        sortOptions = false)
final class InitCommand extends InteractiveCommand {
    @Parameters(paramLabel = "FILE", description = "The file to make. One that is there stays as it is.")
    private Path file;

    @Option(names = "--from", paramLabel = "application.yml", description = "The configuration of ANS's example.")
    private Optional<Path> example;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException {
        var draft = draft(texts);
        try {
            Files.writeString(file, draft.text(file, texts), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw wrong(texts, "init.exists", file);
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(file, e);
        }
        screen.say("init.written", file);
        return ExitCode.OK;
    }

    private ConfigurationDraft draft(Texts texts) throws PscException {
        if (example.isEmpty()) {
            return ConfigurationDraft.empty();
        }
        var from = example.get();
        return ConfigurationDraft.of(new String(InputFile.read(from), StandardCharsets.UTF_8))
                .orElseThrow(() -> wrong(texts, "init.no.example", from));
    }
}
