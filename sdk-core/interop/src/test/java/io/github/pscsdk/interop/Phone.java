package io.github.pscsdk.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The device on which professionals confirm: the other end of Keycloak's HTTP authentication channel for CIBA. */
final class Phone {
    private static final String PATH = "/channel";

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final HttpClient http;
    private final URI address;

    Phone(LoopbackServer server, HttpClient http) {
        this.http = http;
        this.address = server.address().resolve(PATH);
        server.serve(PATH, exchange -> {
            var bearer = exchange.getRequestHeaders().getFirst("Authorization");
            questions.add(new Question(bearer, json.readTree(exchange.getRequestBody())));
            exchange.sendResponseHeaders(201, -1);
        });
    }

    URI address() {
        return address;
    }

    /** What is asked next. Keycloak takes an answer only once the client has its own. */
    Question next() throws InterruptedException {
        var question = questions.poll(1, TimeUnit.MINUTES);
        if (question == null) {
            throw new AssertionError("nothing was asked on the phone");
        }
        return question;
    }

    void clear() {
        questions.clear();
    }

    /** A person is asked. */
    final class Question {
        private final String bearer;
        private final JsonNode shown;

        private Question(String bearer, JsonNode shown) {
            this.bearer = bearer;
            this.shown = shown;
        }

        /** A member of what Keycloak sent along; empty where there is none. */
        String shown(String member) {
            return shown.path(member).asText();
        }

        void approve() throws IOException, InterruptedException {
            answer("SUCCEED");
        }

        /** The person says no. */
        void refuse() throws IOException, InterruptedException {
            answer("UNAUTHORIZED");
        }

        /** The person leaves. */
        void cancel() throws IOException, InterruptedException {
            answer("CANCELLED");
        }

        private void answer(String status) throws IOException, InterruptedException {
            var issuer = json.readTree(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]))
                    .get("iss")
                    .asText();
            var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/ext/ciba/auth/callback"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"status\": \"" + status + "\"}"))
                    .build();
            var code = http.send(request, BodyHandlers.discarding()).statusCode();
            if (code != 200) {
                throw new AssertionError("Keycloak took an answer of the phone with " + code);
            }
        }
    }
}
