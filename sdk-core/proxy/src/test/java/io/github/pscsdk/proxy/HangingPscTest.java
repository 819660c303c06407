package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** While Pro Santé Connect does not answer, what needs it not goes on. */
class HangingPscTest {
    @Test
    void sixteen_logins_at_a_hanging_psc_hold_no_send() throws Exception {
        try (var bench = Bench.start(ProxyServerBuilder::dangerouslyInConformityMode)) {
            var session = bench.loggedIn();
            bench.simulator.turn("fault-backchannel-authentication", "PT1M");
            var before = bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            for (var i = 0; i < 16; i++) {
                waiting.add(bench.calls()
                        .callLater(
                                "POST",
                                "/connect",
                                ConnectBody.of("899999100060", Bench.CLIENT).json()));
            }
            Await.until(
                    "all ask Pro Santé Connect",
                    () -> bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION) == before + 16);

            for (var backend : List.of("open", "form", "signer")) {
                assertEquals(200, session.get("/send/" + backend + "/a").status());
            }

            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
        }
    }
}
