package io.github.pscsdk.plugin.cps.proof;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where the proof goes.
 *
 * @param name as in the certificate of the host
 * @param port of TLS
 * @param path what is asked for, so that it is seen whether the host accepts the certificate
 */
record ProofHost(String name, int port, String path) {
    private static final int HTTPS_PORT = 443;

    static ProofHost of(URI host) {
        if (!"https".equalsIgnoreCase(host.getScheme()) || host.getHost() == null || host.getUserInfo() != null) {
            throw new IllegalArgumentException("the host of a proof is an https address");
        }
        var path = host.getRawPath() == null || host.getRawPath().isEmpty() ? "/" : host.getRawPath();
        return new ProofHost(host.getHost(), host.getPort() < 0 ? HTTPS_PORT : host.getPort(), path);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(name, port);
    }

    String request() {
        return "GET " + path + " HTTP/1.1\r\nHost: " + name + ":" + port + "\r\nConnection: close\r\n\r\n";
    }
}
