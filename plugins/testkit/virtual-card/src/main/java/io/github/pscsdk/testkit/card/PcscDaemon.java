package io.github.pscsdk.testkit.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A pcscd of the test process. It uses {@code /run/pcscd}, which one process has at a time, and two ports of {@link
 * VpcdSlot}, on which vpcd listens on every address: start it where no other machine can reach this one. After its
 * restart {@code javax.smartcardio} needs a new context (pcsc-on-linux, section 5).
 */
public final class PcscDaemon implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path READER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final Path FOLDER = Path.of("/run/pcscd");

    /** The path of libpcsclite on Debian. JDKs of other builders look elsewhere (pcsc-on-linux, section 1). */
    private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/libpcsclite.so.1";

    private static final String LIBRARY_PROPERTY = "sun.security.smartcardio.library";
    private static final Path SOCKET = FOLDER.resolve("pcscd.comm");
    private static final Path READERS = FOLDER.resolve("readers");
    private static final String CONFIGURATION = """
            FRIENDLYNAME "Virtual PCD"
            LIBPATH %1$s
            DEVICENAME /dev/null:0x%2$X
            CHANNELID 0x%2$X
            """;
    private static final Path LOCK = FOLDER.resolve("tests.lock");
    private static final int MOST_ATTEMPTS = 500;
    private static final long ATTEMPT_NANOS = 20_000_000;

    /** Longer than the tests of one class take. */
    private static final int MOST_ATTEMPTS_FOR_TURN = 5_000;

    private final FileChannel turn;
    private Process process;

    private PcscDaemon(FileChannel turn, Process process) {
        this.turn = turn;
        this.process = process;
    }

    /** Tells the JDK the path of the library, unless it is set already. */
    static void locateLibrary() {
        if (System.getProperty(LIBRARY_PROPERTY) == null && Files.exists(Path.of(LIBRARY))) {
            System.setProperty(LIBRARY_PROPERTY, LIBRARY);
        }
    }

    /** The programs that this machine lacks; empty if a daemon can be started. */
    public static List<String> missing() {
        var missing = new ArrayList<String>();
        if (!Files.isExecutable(PROGRAM)) {
            missing.add("the package pcscd");
        }
        if (!Files.exists(READER)) {
            missing.add("the package vsmartcard-vpcd");
        }
        if (!Files.isWritable(Files.exists(FOLDER) ? FOLDER : FOLDER.getParent())) {
            missing.add("the right to write " + FOLDER);
        }
        if (isServed() && !isTurnOfAnother()) {
            missing.add("that no other pcscd runs");
        }
        return missing;
    }

    /** Whether the daemon that runs is one of tests, whose end {@link #start} waits for. */
    private static boolean isTurnOfAnother() {
        try (var channel = FileChannel.open(LOCK, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether a daemon, or something that would start one, answers. Its socket must then not be removed. */
    private static boolean isServed() {
        try (var probe = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET))) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Waits for the end of one that another process has from here, up to 100 s, and returns when both slots are ready;
     * throws {@link IllegalStateException} if another one runs, or it ends.
     */
    public static PcscDaemon start() {
        locateLibrary();
        try {
            Files.createDirectories(FOLDER);
            var turn = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                awaitTurn(turn);
                return new PcscDaemon(turn, launch());
            } catch (IllegalStateException | UncheckedIOException e) {
                turn.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + " cannot be used", e);
        }
    }

    private static void awaitTurn(FileChannel turn) throws IOException {
        for (var attempt = 0; turn.tryLock() == null; attempt++) {
            if (attempt == MOST_ATTEMPTS_FOR_TURN) {
                throw new IllegalStateException("another process has had its pcscd for too long");
            }
            LockSupport.parkNanos(ATTEMPT_NANOS);
        }
    }

    private static Process launch() {
        if (isServed()) {
            throw new IllegalStateException("another pcscd runs");
        }
        try {
            Files.createDirectories(READERS);
            Files.writeString(READERS.resolve("vpcd"), CONFIGURATION.formatted(READER, VpcdSlot.PORT));
            // Left behind by a daemon that was killed; a new one would refuse to start.
            Files.deleteIfExists(SOCKET);
            Files.deleteIfExists(FOLDER.resolve("pcscd.pid"));
            // Without D-Bus every client is refused: hence no polkit. Never with --apdu: that logs codes.
            var process = new ProcessBuilder(
                            PROGRAM.toString(), "--foreground", "--disable-polkit", "--config", READERS.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitReady(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("pcscd cannot be started", e);
        }
    }

    private static void awaitReady(Process process) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (Files.exists(SOCKET) && isListening(VpcdSlot.PORT) && isListening(VpcdSlot.PORT + 1)) {
                return;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("pcscd ended at once, with exit code " + process.exitValue());
            }
            LockSupport.parkNanos(ATTEMPT_NANOS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("pcscd is not ready in time");
    }

    private static boolean isListening(int port) {
        // A connection is a card that comes and goes: harmless, since nobody uses the slot yet.
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills the daemon, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts another one after {@link #kill()}. The readers are there again; cards must be inserted again. */
    public void restart() {
        kill();
        process = launch();
    }

    /** Ends the daemon. */
    @Override
    public void close() {
        kill();
        try {
            turn.close();
        } catch (IOException e) {
            throw new UncheckedIOException(LOCK + " cannot be closed", e);
        }
    }
}
