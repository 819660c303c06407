package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResubmissionIT {
    @Test
    void declaring_the_same_file_again_makes_no_second_row_and_each_run_signs_out(@TempDir Path folder)
            throws Exception {
        try (var servers = DemoServers.start(DemoSettings.hasty(DemoPorts.FREE, Optional.of(folder)))) {
            var rows = Fixtures.sample();
            var first = Fixtures.run(servers, rows);
            var stored = StoredRows.in(folder);

            var second = Fixtures.run(servers, rows);

            assertEquals(first, second);
            assertTrue(first.rejected() > 0, first::toString);
            assertEquals(first.accepted(), stored);
            assertEquals(stored, StoredRows.in(folder));
            // Once for each login; the health check asks the back channel too, for nobody.
            assertEquals(2, servers.simulator().count(Endpoint.USERINFO));
            assertEquals(2, servers.simulator().count(Endpoint.LOGOUT));
        }
    }
}
