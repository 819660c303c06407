package io.github.pscsdk.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where Keycloak posts logout tokens, an address for each client; keeps them for the tests. */
final class LogoutReceiver {
    private static final String PATH = "/logout";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, BlockingQueue<String>> tokens = new ConcurrentHashMap<>();
    private final URI address;

    LogoutReceiver(LoopbackServer server) {
        this.address = server.address().resolve(PATH);
        server.serve(PATH, exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            var client = exchange.getRequestURI().getPath().substring(PATH.length() + 1);
            of(client).add(URLDecoder.decode(form.replaceFirst("logout_token=", ""), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        });
    }

    /** What the clients' addresses begin with. */
    URI address() {
        return address;
    }

    /** The token that tells that client of the end of that session. */
    String next(String client, String sid) throws IOException, InterruptedException {
        var token = of(client).poll(1, TimeUnit.MINUTES);
        while (token != null && !sid.equals(claims(token).path("sid").asText())) {
            token = of(client).poll(1, TimeUnit.MINUTES);
        }
        if (token == null) {
            throw new AssertionError("no logout token came for " + client);
        }
        return token;
    }

    private JsonNode claims(String token) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    void clear() {
        tokens.clear();
    }

    private BlockingQueue<String> of(String client) {
        return tokens.computeIfAbsent(client, name -> new LinkedBlockingQueue<>());
    }
}
