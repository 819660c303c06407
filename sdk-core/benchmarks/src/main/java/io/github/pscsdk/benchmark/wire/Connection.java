package io.github.pscsdk.benchmark.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A connection that stays open. For one thread. */
public final class Connection implements AutoCloseable {
    private final Socket socket;

    private Connection(Socket socket) {
        this.socket = socket;
    }

    /** Opens one to a loopback address. */
    public static Connection to(URI address) throws IOException {
        var ip = InetAddress.getByName(address.getHost());
        if (!ip.isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to loopback only");
        }
        var socket = new Socket(ip, address.getPort());
        socket.setTcpNoDelay(true);
        return new Connection(socket);
    }

    /** Sends one request and reads its answer. */
    public Message exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return Message.read(socket.getInputStream()).orElseThrow(() -> new EOFException("no answer"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
