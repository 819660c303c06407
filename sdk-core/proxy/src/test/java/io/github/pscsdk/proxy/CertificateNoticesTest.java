package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A proxy whose certificates last for less than a month: those of the simulator. */
class CertificateNoticesTest {
    private final LogRecorder log = new LogRecorder();

    @AutoClose
    private final TlsBench bench = TlsBench.start();

    CertificateNoticesTest() throws Exception {}

    @Test
    void they_are_told_to_whoever_asks_whether_it_is_ready_and_in_the_log_and_keep_nobody_away() throws Exception {
        Await.until("the proxy is ready", () -> bench.calls().get("/ready").status() == 200);

        var ready = bench.calls().get("/ready").text();

        assertTrue(ready.contains("{\"problem\":\"SRV-002\",\"severity\":\"WARNING\"}"), ready);
        for (var name : new String[] {TlsBench.CLIENT + " (CLIENT)", "own (BACKEND)"}) {
            Await.until("it is logged", () -> log.lines().stream().anyMatch(line -> line.contains(name)));
        }
        log.close();
        assertEquals(-1, ready.indexOf("editeur"), "codes alone");
    }

    @Test
    void the_diagnosis_has_those_of_backends_too_with_the_days() throws Exception {
        var told = bench.calls().get("/v1/diagnosis").text();

        assertTrue(told.contains("\"member\":\"own\""), told);
        assertTrue(Pattern.compile("\"days\":\"2\\d\"").matcher(told).find(), told);
    }
}
