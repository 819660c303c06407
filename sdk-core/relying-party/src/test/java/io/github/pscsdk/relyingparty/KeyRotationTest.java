package io.github.pscsdk.relyingparty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

    @Test
    void after_a_rotation_one_refetch_serves_all_logins() throws Exception {
        try (var lab = Lab.open()) {
            lab.logIn();
            lab.simulator.rotateKeys();

            lab.logIn();
            lab.logIn();

            assertEquals(2, lab.simulator.count(Endpoint.JWKS));
        }
    }
}
