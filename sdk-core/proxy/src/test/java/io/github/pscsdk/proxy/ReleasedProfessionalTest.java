package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a node asks no more, every node may ask soon, whatever the store did meanwhile. */
class ReleasedProfessionalTest {
    private static final String SILENT = "899999100060";
    private static final String LEASES = "psc-proxy/asked/";

    /** So long a lease lasts by itself. */
    private static final Duration LEASE = Duration.ofSeconds(45);
    /** After that time a release is tried again. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final ObservedStore stores = new ObservedStore();
    private final Bench bench = Bench.at(stores.clock, builder -> builder.stores(stores.source()));
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
        return bench.calls(other).beginOnDevice(SILENT).status();
    }

    private void assertFreeSoon() {
        var begun = stores.clock.instant();
        var last = begun.plus(LEASE.dividedBy(2));
        Await.until("the other node may ask", () -> {
            if (askThere() == 201) {
                return true;
            }
            if (stores.clock.instant().plus(BETWEEN_TRIES).isBefore(last)) {
                stores.clock.advanceToNext(BETWEEN_TRIES);
            }
            return false;
        });
        assertTrue(stores.clock.instant().isBefore(begun.plus(LEASE)), "the lease was released, and has not run out");
    }

    @Test
    void after_a_request_that_ended_while_the_store_was_away() throws Exception {
        bench.connectAndHangUp(SILENT, stores::goAway);
        Await.until("the lease could not be released", () -> stores.hasRefused(LEASES));

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
        var body = ConnectBody.of(SILENT, Bench.CLIENT).with("wayIn", "BACKCHANNEL");
        var asking = bench.calls().callLater("POST", "/v1/logins", body.json());
        assertEquals(503, bench.whileTimePasses(List.of(asking)).get(0).status());

        stores.comeBack();

        assertFreeSoon();
    }
}
