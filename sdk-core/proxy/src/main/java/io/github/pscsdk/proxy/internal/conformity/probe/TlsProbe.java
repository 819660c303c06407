package io.github.pscsdk.proxy.internal.conformity.probe;

import static io.github.pscsdk.proxy.internal.conformity.obligation.Check.TLS_VERSIONS;

import io.github.pscsdk.proxy.internal.conformity.obligation.Prerequisite;
import io.github.pscsdk.proxy.internal.conformity.verdict.Finding;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which versions of TLS an address speaks: one connection for each, ended after the first answer. */
public final class TlsProbe {
    private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(5).toMillis());
    private static final int HTTPS = 443;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    /** Record header, handshake header, version: all that is read of an answer. */
    private static final int HEAD = 11;

    private TlsProbe() {}

    /** The check of that address. */
    public static List<Finding> of(URI address) {
        var spoken = EnumSet.noneOf(ClientHello.class);
        try {
            for (var version : ClientHello.values()) {
                if (speaks(address, version)) {
                    spoken.add(version);
                }
            }
        } catch (IOException e) {
            return List.of(Finding.unseen(TLS_VERSIONS, Prerequisite.ANSWER));
        }
        if (spoken.isEmpty()) {
            return List.of(Finding.unseen(TLS_VERSIONS, Prerequisite.ANSWER));
        }
        var old = spoken.contains(ClientHello.TLS_1_0) || spoken.contains(ClientHello.TLS_1_1);
        return List.of(Finding.of(TLS_VERSIONS, !old, names(spoken)));
    }

    private static String names(Set<ClientHello> spoken) {
        return spoken.stream()
                .map(hello -> hello.name().substring(4).replace('_', '.'))
                .collect(Collectors.joining(", "));
    }

    private static boolean speaks(URI address, ClientHello hello) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort()),
                    TIMEOUT);
            socket.setSoTimeout(TIMEOUT);
            return agrees(socket, hello);
        }
    }

    private static boolean agrees(Socket socket, ClientHello hello) throws IOException {
        byte[] head;
        try {
            socket.getOutputStream().write(hello.record());
            head = socket.getInputStream().readNBytes(HEAD);
        } catch (IOException e) {
            // Refused by a reset or by silence: both are an end without an agreement.
            return false;
        }
        if (head.length < HEAD || head[0] != HANDSHAKE || head[5] != SERVER_HELLO) {
            return false;
        }
        // TLS 1.3 writes 1.2 here, and is offered here without any other.
        var agreed = Byte.toUnsignedInt(head[9]) << 8 | Byte.toUnsignedInt(head[10]);
        return agreed == Math.min(hello.version(), ClientHello.TLS_1_2.version());
    }
}
