package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.CommonOptions;
import io.github.pscsdk.commandline.internal.InteractiveRun;
import io.github.pscsdk.sessionstore.KeyRing;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a key ring. */
@Command(
        name = "key-ring",
        header = "Draws the keys that encrypt a store of sessions, into a new file.",
        description = {
            "All nodes that share a store have the same file. Its first key bears the name of this month; the text says how to "
                    + "change it: docs/run-a-proxy.md."
        },
        sortOptions = false)
final class KeyRingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to make. One that is there stays as it is.")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        return InteractiveRun.run(spec, (texts, screen) -> {
            try {
                write(KeyRing.draw(YearMonth.now(Clock.systemUTC()).toString()));
            } catch (FileAlreadyExistsException e) {
                throw new ParameterException(spec.commandLine(), texts.get("key.ring.exists", file), e);
            } catch (IOException e) {
                throw CommandLineProblem.unwritable(file, e);
            }
            screen.say("key.ring.drawn", file);
            return ExitCode.OK;
        });
    }

    private void write(String keys) throws IOException {
        // Opened once: between two openings another file could take its name.
        try (var out = Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forItsOwner()))) {
            out.write(keys.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private FileAttribute<?>[] forItsOwner() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
