package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a node asks no more, every node may ask soon, whatever the store did meanwhile. */
class ReleasedProfessionalTest {
    private static final String SILENT = "899999100060";
    private static final String LEASES = "psc-proxy/asked/";

    /** Less than a lease lasts by itself. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ObservedStores stores = new ObservedStores();
    private final Bench bench = Bench.start(builder -> builder.stores(stores.source()));
    private final ProxyServer other = bench.node();

    @AfterEach
    void stop() {
        stores.comeBack();
        other.close();
        bench.close();
    }

    private int askHere() throws Exception {
        return bench.calls().beginOnDevice(SILENT).status();
    }

    private int askThere() throws Exception {
        return ProxyCalls.to(other.address())
                .withToken(Bench.TOKEN)
                .beginOnDevice(SILENT)
                .status();
    }

    private void assertFreeSoon() {
        assertTimeout(SOON, () -> Await.until(() -> askThere() == 201));
    }

    @Test
    void after_a_request_that_ended_while_the_store_was_away() throws Exception {
        bench.connectAndHangUp(SILENT, stores::goAway);
        Await.until(() -> stores.hasRefused(LEASES));

        stores.comeBack();

        assertFreeSoon();
    }

    @Test
    void the_same_node_at_once_after_a_request_that_failed_since_the_answer_of_the_store_was_lost() throws Exception {
        stores.loseAnswerTo(LEASES);

        assertEquals(503, askHere());
        assertEquals(201, askHere());
    }

    @Test
    void another_node_after_a_request_that_failed_since_the_answer_of_the_store_was_lost() throws Exception {
        stores.loseAnswerTo(LEASES);

        assertEquals(503, askHere());
        assertFreeSoon();
    }

    @Test
    void after_a_request_that_failed_since_the_store_answered_too_late() throws Exception {
        stores.hang();
        assertEquals(503, askHere());

        stores.comeBack();

        assertFreeSoon();
    }
}
