package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proxy that accepts higher levels of assurance than phones have. */
class LevelRefusedTest {

    @Test
    void whoever_is_identified_by_another_level_is_told_whom_to_ask_and_gets_no_session() throws Exception {
        try (var bench = Bench.start(proxy -> proxy.acrPolicy(AcrPolicy.accepting(Set.of("eidas2", "eidas3"))))) {
            var answer = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

            assertEquals(401, answer.status());
            assertEquals("PSC-048", answer.header("Psc-Proxy-Error"));
            assertTrue(answer.header("Set-Cookie").isEmpty(), answer.header("Set-Cookie"));
            assertEquals("", answer.json("/facts/level"));
        }
    }

    @Test
    void whoever_follows_the_login_is_told_the_level_and_those_that_are_accepted() throws Exception {
        try (var bench = Bench.start(proxy -> proxy.acrPolicy(AcrPolicy.accepting(Set.of("eidas2", "eidas3"))))) {
            var begun = bench.calls().beginOnDevice(Bench.PHARMACIST);
            var told = bench.calls().follow(begun);

            assertEquals("FAILED", told.json("/state"));
            assertEquals("PSC-048", told.json("/problem"));
            assertEquals("eidas1", told.json("/facts/level"));
            assertEquals("eidas2, eidas3", told.json("/facts/accepted"));
        }
    }

    @Test
    void a_login_that_has_not_failed_has_no_facts() throws Exception {
        try (var bench = Bench.start()) {
            var told = bench.calls().follow(bench.calls().beginOnDevice(Bench.PHARMACIST));

            assertEquals("DONE", told.json("/state"));
            assertFalse(told.text().contains("facts"));
        }
    }
}
