package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Redis server of the tests, out of a jar. */
final class Redis implements AutoCloseable {
    private static final String PROGRAM = "/redis-server-6.2.6-v5-linux-amd64";

    private final Process process;
    private final int port;

    private Redis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where there is none for this system, the test is skipped and says so. */
    static Redis start(Path folder) throws Exception {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            var message = "NOT TRIED ON REDIS: the server for tests is for Linux on amd64";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        var program = folder.resolve("redis-server");
        try (var in = Redis.class.getResourceAsStream(PROGRAM)) {
            Files.copy(in, program);
        }
        assertTrue(program.toFile().setExecutable(true));
        var port = Bench.freePort();
        var process = new ProcessBuilder(
                        program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var server = new Redis(process, port);
        Await.until(server::answers);
        return server;
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

    /** As a configuration names it. */
    StoreSource source(KeyRing ring) {
        return new RedisSource(RedisStores.server(InetSocketAddress.createUnresolved("127.0.0.1", port)), ring);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
