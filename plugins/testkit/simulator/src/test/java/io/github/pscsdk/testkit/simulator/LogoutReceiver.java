package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's address for back-channel logout tokens. */
final class LogoutReceiver implements AutoCloseable {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final HttpServer server;

    /** One that answers with that status. */
    LogoutReceiver(int status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/logout", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/logout");
    }

    /** The next logout token, which must come. */
    String token() throws InterruptedException {
        var notice = received.poll(1, TimeUnit.MINUTES);
        assertNotNull(notice, "no logout token came");
        assertTrue(notice.startsWith("POST logout_token="));
        return notice.substring("POST logout_token=".length());
    }

    JsonNode claims() throws Exception {
        return JsonMapper.builder().build().readTree(Jwt.payload(token()));
    }

    /** How many came that nobody has asked for yet. */
    int waiting() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
