package io.github.pscsdk.sessionstore.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections: a name, one of its addresses, TLS where it is on. Each read has the limit of a step until somebody
 * sets another one.
 */
record Sockets(Optional<SSLSocketFactory> tls, Duration connectLimit, Names names, ExecutorService lookups) {
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    /** A socket, which is closed without waiting for anybody, and the same or TLS over it. */
    record Opened(Socket plain, Socket secure) {}

    Opened open(InetSocketAddress server, CallLimit limit) throws IOException {
        IOException failure = null;
        for (var address : addresses(server.getHostString(), limit)) {
            try {
                return open(server, address, limit);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure == null ? new UnknownHostException(server.getHostString()) : failure;
    }

    private InetAddress[] addresses(String name, CallLimit limit) throws IOException {
        try {
            return lookups.submit(() -> names.lookUp(name)).get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        } catch (RejectedExecutionException e) {
            throw new SocketException("no thread is free to look up a name");
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name " + name + " was not found in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a name was looked up", e);
        }
    }

    private Opened open(InetSocketAddress server, InetAddress address, CallLimit limit) throws IOException {
        var plain = new Socket();
        try {
            limit.at(plain);
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.setSoTimeout((int) connectLimit.toMillis());
            plain.connect(new InetSocketAddress(address, server.getPort()), (int) connectLimit.toMillis());
            return new Opened(plain, tls.isPresent() ? secured(tls.get(), plain, server) : plain);
        } catch (IOException | RuntimeException e) {
            CallLimit.closeQuietly(plain);
            throw e;
        }
    }

    private static Socket secured(SSLSocketFactory factory, Socket plain, InetSocketAddress server) throws IOException {
        var secure = (SSLSocket) factory.createSocket(plain, server.getHostString(), server.getPort(), true);
        var parameters = secure.getSSLParameters();
        // The names of a certificate are compared by the rules of RFC 2818.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
