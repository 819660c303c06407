package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Cpu;
import io.github.pscsdk.benchmark.harness.Message;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.time.internal.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * A PSC on bare sockets that answers each path below the issuer with what was prepared, and counts the requests, at
 * about as little cost as a server can.
 */
final class CannedPsc implements AutoCloseable {
    private static final String REALM = "/realm";

    private final Map<String, Function<Message, byte[]>> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(Scheduler.daemons(Cpu.SERVER_THREAD));

    CannedPsc(TokenSigner signer) {
        try {
            listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
        var document = """
                {"issuer":"ISSUER","authorization_endpoint":"ISSUER/wallet","token_endpoint":"ISSUER/token",\
                "userinfo_endpoint":"ISSUER/userinfo","jwks_uri":"ISSUER/certs","end_session_endpoint":"ISSUER/logout",\
                "backchannel_authentication_endpoint":"ISSUER/ciba"}""".replace("ISSUER", issuer().toString());
        always("/.well-known/wallet-openid-configuration", Message.answer(200, document));
        always("/certs", Message.answer(200, signer.published()));
        threads.execute(this::accept);
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
                socket.getOutputStream().write(answer(request.get()));
                request = Message.read(socket.getInputStream());
            }
        } catch (IOException e) {
            open.remove(socket); // the client went away
        }
    }

    private byte[] answer(Message request) {
        var path = request.target().substring(REALM.length());
        counts.computeIfAbsent(path, first -> new LongAdder()).increment();
        return answers.getOrDefault(path, unknown -> Message.answer(404, "{}")).apply(request);
    }

    /** Answers a path by a function, on the thread of the connection. */
    void answer(String path, Function<Message, byte[]> answer) {
        answers.put(path, answer);
    }

    void always(String path, byte[] answer) {
        answer(path, request -> answer);
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + REALM);
    }

    long count(String path) {
        return counts.getOrDefault(path, new LongAdder()).sum();
    }

    long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long fetches() {
        return count("/.well-known/wallet-openid-configuration") + count("/certs");
    }

    PscEnvironment environment() {
        return PscEnvironment.custom(issuer(), URI.create(issuer() + "/wallet"));
    }

    RelyingPartyBuilder party() {
        return RelyingParty.builder(environment())
                .client(TokenSigner.CLIENT, ClientAuthentication.clientSecretPost("a-fictitious-secret"));
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
