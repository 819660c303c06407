package io.github.pscsdk.proxy.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.internal.json.JsonView;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts in the documents of errors: ours have them, the contract's are to the letter. */
class ErrorFactsTest {
    private static final Map<String, String> FACTS = Map.of("level", "eidas1", "nationalId", "899999100011");

    @Test
    void an_error_of_ours_tells_the_facts_that_may_be_told_and_one_of_the_contract_tells_none() throws Exception {
        var server = Javalin.create(config -> {
                    config.routes.get("/v1/refused", ctx -> refuse());
                    config.routes.get("/refused", ctx -> refuse());
                    config.routes.exception(Exception.class, (failure, ctx) -> Failures.answer(ctx, failure));
                })
                .start("127.0.0.1", 0);
        try {
            assertEquals(
                    "{\"level\":\"eidas1\"}",
                    get(server, "/v1/refused").at("/facts").toString());
            assertFalse(get(server, "/refused").has("/facts"));
        } finally {
            server.stop();
        }
    }

    private static void refuse() throws PscException {
        throw new PscException(LoginProblem.LEVEL_NOT_ACCEPTED, "a level", FACTS);
    }

    private static JsonView get(Javalin server, String path) throws Exception {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return JsonView.of(HttpClient.newHttpClient()
                .send(question, BodyHandlers.ofByteArray())
                .body());
    }
}
