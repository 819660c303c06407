package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;

import io.github.pscsdk.relyingparty.internal.oidc.SignedTokens;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A PSC at one address, and an API's authorization server with it, that are honest or hostile as they are told. */
final class HostilePsc implements AutoCloseable {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final long EXTREME = 9_000_000_000_000_000_000L;
    private static final int DEEP = 900_000;

    enum Manner {
        HONEST,
        /** Nobody listens. */
        REFUSES,
        /** The connection is reset when the request has come. */
        RESETS,
        /** A byte of the body now and then, without an end. */
        DRIPS,
        /** No byte. */
        SILENT,
        /** A body without an end, as fast as it goes. */
        ENDLESS,
        /** Headers without an end. */
        ENDLESS_HEAD,
        /** Something that is not HTTP. */
        MALFORMED,
        NEGATIVE_LENGTH,
        /** JSON that is as deep as it is long. */
        DEEP,
        /** The JWKS is {@code null}. */
        NULL_KEYS,
        /** Times in tokens and answers that no calendar has. */
        EXTREME_TIMES,
        /** The endpoints of the discovery document have fragments. */
        FRAGMENTS
    }

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port = ReservedPort.next();
    final HandMadePsc psc;
    private int honestPort;
    private ServerSocket entrance;
    private Thread porter;

    private volatile Manner manner = Manner.HONEST;
    private final AtomicInteger spoiled = new AtomicInteger();
    private Optional<String> nonce = Optional.empty();

    HostilePsc() throws IOException {
        psc = new HandMadePsc(own -> {
            honestPort = own;
            return port;
        });
        open();
        answer();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port + "/api");
    }

    /** How many requests a hostile manner has met. */
    int spoiled() {
        return spoiled.get();
    }

    /** From the next request on; those that wait are broken off. */
    void turn(Manner next) throws IOException {
        var before = manner;
        manner = next;
        answer();
        if (next == Manner.REFUSES) {
            entrance.close();
            Await.until("whoever accepts has seen the end, and the port is free", () -> !porter.isAlive());
        } else if (before == Manner.REFUSES) {
            open();
        }
        for (var connection : connections) {
            connection.close();
        }
    }

    private void open() throws IOException {
        entrance = new ServerSocket();
        entrance.setReuseAddress(true);
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        porter = listening(entrance);
    }

    /** What the honest part says. */
    private void answer() {
        var extreme = manner == Manner.EXTREME_TIMES;
        var seconds = extreme ? EXTREME : 120;
        psc.tokens(
                claims -> {
                    nonce.ifPresent(value -> claims.put("nonce", value));
                    if (extreme) {
                        claims.put("exp", EXTREME);
                        claims.put("auth_time", EXTREME);
                    }
                },
                "\"refresh_token\":\"refresh-1\",\"refresh_expires_in\":" + seconds + ",");
        psc.answer("/ciba", "{\"auth_req_id\":\"request-1\",\"expires_in\":" + seconds + ",\"interval\":1}");
        psc.answer(
                "/api", "{\"access_token\":\"an-api-token\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
        psc.answer("/certs", manner == Manner.NULL_KEYS ? "null" : keys());
        var document = psc.document();
        psc.discovery(
                manner == Manner.FRAGMENTS ? document.replaceAll("/(token|certs|ciba|logout)\"", "/$1#x\"") : document);
    }

    private static String keys() {
        return new String(SignedTokens.published(SignedTokens.KEY), StandardCharsets.UTF_8);
    }

    /** The address by which the browser comes back; the code that it brings gets tokens for that login. */
    URI callback(BrowserLogin login) {
        nonce = Optional.of(Browser.query(login.authorizationUri()).get("nonce"));
        answer();
        return URI.create(Lab.REDIRECT + "?code=a-code&state=" + login.state() + "&iss="
                + URLEncoder.encode(psc.issuer().toString(), StandardCharsets.UTF_8));
    }

    PscSession logIn(RelyingParty party) throws Exception {
        var login = await(party.beginBrowserLogin());
        var session = await(party.completeBrowserLogin(callback(login), login.state()));
        nonce = Optional.empty();
        answer();
        return session;
    }

    private Thread listening(ServerSocket listening) {
        return daemon(() -> {
            while (!listening.isClosed()) {
                try {
                    var connection = listening.accept();
                    connections.add(connection);
                    daemon(() -> serve(connection));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var request = message(in); request.length > 0; request = message(in)) {
                if (!answer(socket, request, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The caller left, or is to believe that we did.
        } finally {
            connections.remove(socket);
        }
    }

    /** False if the connection is over then. */
    private boolean answer(Socket socket, byte[] request, OutputStream out) throws IOException {
        if (manner != Manner.HONEST) {
            spoiled.incrementAndGet();
        }
        switch (manner) {
            case REFUSES, RESETS -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case SILENT -> {
                return psc.time.stall(() -> socket.getInputStream().read()) >= 0;
            }
            case DRIPS -> {
                write(out, OK + "Content-Length: 100000\r\n\r\n");
                return psc.time.stall(() -> drip(out));
            }
            case ENDLESS -> {
                write(out, OK + "\r\n");
                endless(out, "[".repeat(4096));
                return false;
            }
            case ENDLESS_HEAD -> {
                write(out, OK);
                endless(out, "X-More: " + "x".repeat(100) + "\r\n");
                return false;
            }
            case MALFORMED -> {
                write(out, "\0\1 this is not HTTP\r\n\r\n");
                return false;
            }
            case NEGATIVE_LENGTH -> write(out, OK + "Content-Length: -5\r\n\r\n{}");
            case DEEP -> write(out, OK + "Content-Length: " + DEEP + "\r\n\r\n" + "[".repeat(DEEP));
            case HONEST, NULL_KEYS, EXTREME_TIMES, FRAGMENTS -> {
                try (var honest = new Socket(InetAddress.getLoopbackAddress(), honestPort)) {
                    honest.getOutputStream().write(request);
                    out.write(message(honest.getInputStream()));
                }
            }
        }
        return true;
    }

    private boolean drip(OutputStream out) throws IOException {
        while (manner == Manner.DRIPS) {
            write(out, " ");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return false;
    }

    private void endless(OutputStream out, String piece) throws IOException {
        for (var now = manner; manner == now; ) {
            write(out, piece);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** A request or a response as it came; empty at the end of the stream. */
    private static byte[] message(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        var length = 0;
        for (var line = line(in, all); !line.isBlank(); line = line(in, all)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        all.write(in.readNBytes(length));
        return all.toByteArray();
    }

    private static String line(InputStream in, OutputStream all) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        line.writeTo(all);
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "hostile-psc");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        manner = Manner.REFUSES;
        try {
            entrance.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            psc.close();
        }
    }
}
