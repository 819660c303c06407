package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.testkit.support.Await;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Speaks the protocol of Redis and says what a test wants. */
final class RawServer implements AutoCloseable {
    private static final String MASTER = "*1\r\n$6\r\nmaster\r\n";

    private final ServerSocket server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Function<String, Optional<String>> answers;

    /** @param answers to commands by their names, in the protocol; an empty one closes the connection. {@code ROLE} is answered by itself */
    RawServer(Function<String, Optional<String>> answers) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answers = answers;
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "raw-redis");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                var command = command(in);
                asked.add(command);
                var answer = command.equals("ROLE") ? Optional.of(MASTER) : answers.apply(command);
                if (answer.isEmpty()) {
                    return;
                }
                socket.getOutputStream().write(answer.get().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The client has left.
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var parts = Integer.parseInt(line(in).substring(1));
        var name = "";
        for (var i = 0; i < parts; i++) {
            var part = new byte[Integer.parseInt(line(in).substring(1))];
            in.readFully(part);
            line(in);
            name = i == 0 ? new String(part, StandardCharsets.UTF_8) : name;
        }
        return name.toUpperCase(Locale.ROOT);
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.readByte(); next != '\n'; next = in.readByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    long count(String command) {
        return asked.stream().filter(command::equals).count();
    }

    RedisStoresBuilder stores() {
        return RedisStores.server(address()).callLimit(Await.LIMIT).connectLimit(Await.LIMIT);
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("localhost", server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
