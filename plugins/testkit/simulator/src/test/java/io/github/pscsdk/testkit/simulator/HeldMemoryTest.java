package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator still holds of an exchange that is over, and of itself once it is closed. */
class HeldMemoryTest {
    private static final int CONNECTIONS = 8;
    private static final long OVERSIZED = 4L << 20;

    private static PscSimulator start() {
        return PscSimulator.builder().client(Caller.registration()).start();
    }

    private static URI certs(PscSimulator simulator) {
        return URI.create(simulator.issuer() + "/protocol/openid-connect/certs");
    }

    @Test
    void nothing_of_an_oversized_answer_while_its_connection_stays_open() throws Exception {
        try (var simulator = start()) {
            var certs = certs(simulator);
            var wires = new ArrayList<Wire>();
            try {
                for (var i = 0; i < CONNECTIONS; i++) {
                    wires.add(new Wire(SocketFactory.getDefault(), certs));
                    wires.get(i).ask("GET", certs);
                }
                var before = heap();
                simulator.turn("fault-jwks", "OVERSIZED");
                for (var wire : wires) {
                    assertTrue(wire.ask("GET", certs).length() > OVERSIZED);
                }

                Await.until("the memory is free again", () -> heap() < before + CONNECTIONS * OVERSIZED / 4);
            } finally {
                for (var wire : wires) {
                    wire.close();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fault-jwks", "slow-connect-auth"})
    void nothing_at_all_once_it_is_closed_whatever_it_was_still_to_answer(String dial) throws Exception {
        var simulator = new WeakReference<>(oneThatOwesAnAnswer(dial));

        Await.until("nothing holds the simulator", () -> {
            System.gc();
            return simulator.get() == null;
        });
    }

    private static PscSimulator oneThatOwesAnAnswer(String dial) throws Exception {
        try (var simulator = start()) {
            simulator.turn(dial, "PT10M");
            try (var wire = new Wire(SocketFactory.getDefault(), simulator.issuer())) {
                wire.send("GET", certs(simulator));
                if (dial.startsWith("fault")) {
                    Await.until("the request is there", () -> simulator.count(Endpoint.JWKS) == 1);
                } else {
                    // A connection that is not yet begun cannot be seen; one that is not yet there leaves nothing.
                    assertFalse(wire.isClosed(200));
                }
            }
            return simulator;
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
