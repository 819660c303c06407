package io.github.pscsdk.proxytools;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.commandline.internal.InteractiveCommand;
import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Draws a key ring. */
@Command(
        name = "key-ring",
        header = "Draws the keys that encrypt a store of sessions, into a new file.",
        description = {
            "All nodes that share a store have the same file. Its first key bears the name of this month; the text says how to "
                    + "change it: docs/run-a-proxy.md."
        },
        sortOptions = false)
final class KeyRingCommand extends InteractiveCommand {
    @Parameters(paramLabel = "FILE", description = "The file to make. One that is there stays as it is.")
    private Path file;

    @Override
    protected int work(Texts texts, Screen screen) throws PscException {
        try {
            write(KeyRing.draw(YearMonth.now(Clock.systemUTC()).toString()));
        } catch (FileAlreadyExistsException e) {
            throw wrong(texts, "key.ring.exists", file);
        } catch (IOException e) {
            throw CommandLineProblem.unwritable(file, e);
        }
        screen.say("key.ring.drawn", file);
        return ExitCode.OK;
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
