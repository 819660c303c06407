package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/** A Redis server of the tests, out of a jar; or a Sentinel, which is the same program. */
final class Redis implements Closeable {
    private static final String PROGRAM = "/redis-server-6.2.6-v5-linux-amd64";

    /**
     * The program, unpacked once. Another process writes the file that is run: this one could have it open for writing in a child that another thread is just
     * starting, and a file that is open for writing cannot be run.
     */
    private static final class Program {
        private static final Path FILE = unpacked();

        private static Path unpacked() {
            try (var in = Redis.class.getResourceAsStream(PROGRAM)) {
                var folder = Files.createTempDirectory("psc-redis");
                var written = folder.resolve("unpacked");
                var program = folder.resolve("redis-server");
                for (var file : List.of(folder, written, program)) {
                    file.toFile().deleteOnExit();
                }
                Files.copy(in, written);
                var copying =
                        new ProcessBuilder("install", "-m", "755", written.toString(), program.toString()).start();
                assertEquals(0, Await.exit("the program is copied", copying));
                return program;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Path folder;
    private final List<String> command;
    private final int port;
    private Process process;

    private Redis(Path folder, List<String> command, int port) {
        this.folder = folder;
        this.command = command;
        this.port = port;
    }

    /** Where there is none for this system, the test is skipped and says so. */
    static Redis start(Path folder) throws Exception {
        return start(folder, program());
    }

    /** @param options each followed by its values */
    static Redis start(Path folder, Path program, String... options) throws Exception {
        var port = ReservedPort.next();
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
        command.addAll(List.of(options));
        var server = new Redis(folder, command, port);
        server.start();
        return server;
    }

    /** @param settings the lines of its file, but for where it listens */
    static Redis sentinel(Path folder, Path program, List<String> settings) throws Exception {
        var port = ReservedPort.next();
        var file = folder.resolve("sentinel.conf");
        var lines = new ArrayList<>(List.of("port " + port, "bind 127.0.0.1"));
        lines.addAll(settings);
        Files.write(file, lines);
        var sentinel = new Redis(folder, List.of(program.toString(), file.toString(), "--sentinel"), port);
        sentinel.start();
        return sentinel;
    }

    /** The program, in a file. Where there is none for this system, the test is skipped and says so. */
    static Path program() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            var message = "NOT TRIED ON REDIS: the server for tests is for Linux on amd64";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        return Program.FILE;
    }

    /** Starts it once more, after {@link #close}. */
    void startAsReplicaOf(Redis master) throws Exception {
        start("--replicaof", "127.0.0.1", Integer.toString(master.port));
    }

    private void start(String... more) throws Exception {
        process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(more)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("Redis listens", this::answers);
    }

    private boolean answers() {
        assertTrue(process.isAlive(), "it has ended");
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** What it says of a subject, as an operator asks with {@code INFO}. */
    String info(String subject) {
        try (var connection = new Jedis("127.0.0.1", port)) {
            return connection.info(subject);
        }
    }

    /** As an operator tells it something. */
    void tell(String command, String... arguments) {
        try (var connection = new Jedis("127.0.0.1", port)) {
            connection.sendCommand(() -> command.getBytes(StandardCharsets.US_ASCII), arguments);
        }
    }

    /** As a configuration names it. */
    StoreSource source(KeyRing ring) {
        return new RedisSource(
                RedisStores.server(InetSocketAddress.createUnresolved("127.0.0.1", port)), List.of(), ring);
    }

    /** As {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly();
        Await.until("Redis has ended", () -> !process.isAlive());
    }
}
