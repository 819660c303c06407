package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The tokens of a login: one for each backend, or no session. */
class LoginTokensTest {
    private static Backend exchangingAt(String name, EchoBackend server) {
        return Backend.withTokenExchange(
                server.address(), ApiAudience.of(name, URI.create(server.address() + "/token"), Bench.API));
    }

    private static EchoBackend.Programme token(String text) {
        var body = "{\"access_token\":\"" + text + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
        return new EchoBackend.Programme(
                200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void they_are_fetched_side_by_side() throws Exception {
        var bothAsked = new CountDownLatch(2);
        try (var one = new EchoBackend();
                var other = new EchoBackend();
                var bench = Bench.start(
                        builder -> builder.backend(exchangingAt("one", one)).backend(exchangingAt("other", other)))) {
            for (var server : new EchoBackend[] {one, other}) {
                server.answerBy(request -> {
                    bothAsked.countDown();
                    return isReached(bothAsked) ? token("of-" + server.address().getPort()) : token("alone");
                });
            }

            assertEquals(
                    200,
                    bench.calls()
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                            .status());
            assertEquals(0, bothAsked.getCount());
            assertEquals(1, one.received().size());
        }
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            Await.latch("both are asked", latch);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_login_that_fails_for_one_of_them_gives_the_others_back() throws Exception {
        try (var refusing = new EchoBackend();
                var bench = Bench.start(builder -> builder.backend(exchangingAt("refusing", refusing)))) {
            // Not before the two others have been asked: else there might be nothing to give back.
            refusing.answerBy(request -> {
                awaitExchanges(bench, 2);
                return new EchoBackend.Programme(
                        401, Map.of("Content-Type", "application/json"), "{\"error\":\"invalid_client\"}".getBytes());
            });

            assertEquals(
                    401,
                    bench.calls()
                            .connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT))
                            .status());

            // Each of the two others has a refresh token and an access token.
            Await.until("all tokens are given back", () -> bench.simulator.count(Endpoint.API_REVOCATION) == 4);
        }
    }

    private static void awaitExchanges(Bench bench, int number) {
        Await.until("the others are asked", () -> bench.simulator.count(Endpoint.API_TOKEN) == number);
    }

    @Test
    void a_logout_gives_all_of_them_back() throws Exception {
        try (var bench = Bench.start()) {
            var session = bench.loggedIn();
            assertEquals(200, session.get("/send/form/a").status());

            assertEquals(200, session.call("DELETE", "/disconnect", "").status());

            Await.until("all tokens are given back", () -> bench.simulator.count(Endpoint.API_REVOCATION) == 4);
            assertTrue(bench.simulator.requests().stream()
                    .filter(request -> request.endpoint() == Endpoint.API_REVOCATION)
                    .anyMatch(request -> "refresh_token".equals(request.form().get("token_type_hint"))));
        }
    }
}
