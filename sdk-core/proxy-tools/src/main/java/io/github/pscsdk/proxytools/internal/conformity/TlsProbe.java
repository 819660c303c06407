package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Which versions of TLS an address speaks: one connection for each, ended after the first answer. */
final class TlsProbe {
    private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(5).toMillis());
    private static final int HTTPS = 443;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    /** Record header, handshake header, version: all that is read of an answer. */
    private static final int HEAD = 11;

    private static final int TLS_1_2_ON_THE_WIRE = 0x0303;

    private TlsProbe() {}

    static ConformityFinding of(URI address) {
        var spoken = EnumSet.noneOf(ClientHello.class);
        try {
            for (var version : ClientHello.values()) {
                if (speaks(address, version)) {
                    spoken.add(version);
                }
            }
        } catch (IOException e) {
            spoken.clear();
        }
        if (spoken.isEmpty()) {
            return ConformityFinding.unseen(Check.TLS_VERSIONS, Prerequisite.ANSWER);
        }
        var old = spoken.contains(ClientHello.TLS_1_0) || spoken.contains(ClientHello.TLS_1_1);
        var names = spoken.stream()
                .map(hello -> hello.name().substring(4).replace('_', '.'))
                .collect(Collectors.joining(", "));
        return ConformityFinding.of(Check.TLS_VERSIONS, !old, names);
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
        return agreed == Math.min(hello.version, TLS_1_2_ON_THE_WIRE);
    }

    /**
     * A ClientHello (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2) for one version alone, which Java's own TLS may
     * forbid.
     */
    private enum ClientHello {
        TLS_1_0(0x0301, "c014c013c00ac0090035002f000a"),
        TLS_1_1(0x0302, "c014c013c00ac0090035002f000a"),
        TLS_1_2(0x0303, "c02cc02bc030c02fcca9cca8009d009cc014c013c00ac0090035002f"),
        TLS_1_3(0x0304, "130113021303");

        private static final int RANDOM = 32;
        /** As records and ServerHellos write it. */
        private final int version;

        private final String suites;

        ClientHello(int version, String suites) {
            this.version = version;
            this.suites = suites;
        }

        byte[] record() {
            var legacy = Math.min(version, TLS_1_2_ON_THE_WIRE);
            var hello = two(legacy) + random() + "00" + counted(suites) + "0100" + counted(extensions());
            var handshake = "01" + String.format("%06x", hello.length() / 2) + hello;
            return HexFormat.of().parseHex("160301" + counted(handshake));
        }

        private String extensions() {
            // Groups x25519, P-256, P-384; plain points; the usual signatures.
            var common = extension(0x000a, counted("001d00170018"))
                    + extension(0x000b, "0100")
                    + extension(0x000d, counted("0403050306030804080508060401050106010203" + "0201"));
            // Any 32 bytes are a public key of x25519.
            return version == 0x0304
                    ? common + extension(0x002b, "020304") + extension(0x0033, counted("001d" + counted(random())))
                    : common;
        }

        private static String extension(int type, String content) {
            return two(type) + counted(content);
        }

        private static String counted(String content) {
            return two(content.length() / 2) + content;
        }

        private static String two(int number) {
            return String.format("%04x", number);
        }

        private static String random() {
            var bytes = new byte[RANDOM];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
