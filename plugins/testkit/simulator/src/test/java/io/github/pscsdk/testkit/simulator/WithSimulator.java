package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A running simulator with a clock that stands still, two clients, and the first of them to speak with. */
abstract class WithSimulator {
    static final SimulatedClient OTHER = SimulatedClient.withSecret("autre", "autre");

    final VirtualClock clock = VirtualClock.standing();
    final PscSimulator simulator = PscSimulator.builder()
            .client(Caller.registration())
            .client(OTHER)
            .api("santefr", "declarations")
            .clock(clock)
            .start();
    final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Logs in by the back channel. */
    Answer login(String nationalId) throws Exception {
        var id = caller.start(nationalId).assertOk().text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        return caller.poll(id).assertOk();
    }
}
