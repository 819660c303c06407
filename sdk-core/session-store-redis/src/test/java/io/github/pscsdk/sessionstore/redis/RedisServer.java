package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis server, or a Sentinel, of a test, on the loopback. */
final class RedisServer implements AutoCloseable {
    /** The port of the bus is so far above that of the server. */
    private static final int BUS_OF_CLUSTER = 10_000;

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final List<String> command;
    private final int port;
    private volatile Process process;

    private RedisServer(List<String> command, int port) {
        this.command = command;
        this.port = port;
    }

    /** @param options of the configuration, each with its value, such as {@code --appendonly}, {@code yes} */
    static RedisServer start(RedisProgram program, String... options) throws Exception {
        var isOfCluster = List.of(options).contains("--cluster-enabled");
        return start(isOfCluster ? ReservedPort.nextWith(BUS_OF_CLUSTER) : ReservedPort.next(), program, options);
    }

    static RedisServer start(int port, RedisProgram program, String... options) throws Exception {
        var command = new ArrayList<>(List.of(program.path().orElseThrow().toString()));
        if (options.length > 0 && options[0].endsWith(".conf")) {
            command.add(options[0]);
            command.add("--sentinel");
        } else {
            command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
            command.addAll(List.of("--dir", folder().toString()));
            command.addAll(List.of(options));
        }
        var server = new RedisServer(command, port);
        server.start();
        return server;
    }

    static Path folder() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "redis-of-a-test");
    }

    /** Starts it, also once more. */
    void start() throws Exception {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        RUNNING.add(process);
        Await.until("the server answers", () -> {
            assertTrue(process.isAlive(), () -> "it has ended: " + command);
            try {
                run("PING");
                return true;
            } catch (JedisException e) {
                // One that wants a password or TLS is there, too.
                return !e.getMessage().startsWith("LOADING") && !e.getMessage().startsWith("Failed to connect");
            }
        });
    }

    int port() {
        return port;
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("localhost", port);
    }

    /** With limits that a busy machine keeps. */
    RedisStoresBuilder stores() {
        return RedisStores.server(address()).callLimit(Await.LIMIT).connectLimit(Await.LIMIT);
    }

    /** What an operator types. */
    Object run(String command, Object... arguments) {
        try (var connection = new Connection("127.0.0.1", port)) {
            return connection.executeCommand(
                    new CommandArguments(() -> command.getBytes(StandardCharsets.US_ASCII)).addObjects(arguments));
        }
    }

    String text(String command, Object... arguments) {
        return new String((byte[]) run(command, arguments), StandardCharsets.UTF_8);
    }

    /** Whether its answer holds that; no while it has no answer, as a master that becomes a replica, which leaves its clients. */
    boolean says(String part, String command, Object... arguments) {
        try {
            return text(command, arguments).contains(part);
        } catch (JedisConnectionException e) {
            return false;
        }
    }

    /** Lets it hang, with its connections open. */
    void freeze() throws Exception {
        signal("-STOP");
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        Await.exit("the signal is sent", new ProcessBuilder("kill", signal, Long.toString(process.pid())).start());
    }

    /** Ends it as a power failure would. */
    void kill() {
        try {
            Await.exit("the server has ended", process.destroyForcibly());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        RUNNING.remove(process);
    }

    @Override
    public void close() {
        kill();
    }
}
