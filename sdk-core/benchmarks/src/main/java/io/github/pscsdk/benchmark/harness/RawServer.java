package io.github.pscsdk.benchmark.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on bare sockets, one daemon thread for each connection: about as little as a server can cost. */
public final class RawServer implements AutoCloseable {
    /** The name of its threads, to leave them out where threads are counted. */
    public static final String THREAD = "bare-server";

    private final Function<Message, byte[]> answers;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    /** Starts; {@code answers} runs on the threads of the connections. */
    public RawServer(Function<Message, byte[]> answers) {
        this.answers = answers;
        try {
            this.listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
        threads.execute(this::accept);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            threads.shutdown(); // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = Message.read(socket.getInputStream());
            while (request.isPresent()) {
                socket.getOutputStream().write(answers.apply(request.get()));
                request = Message.read(socket.getInputStream());
            }
        } catch (IOException e) {
            open.remove(socket); // the client went away
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
