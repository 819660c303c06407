package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResubmissionIT {
    @Test
    void declaring_the_same_file_again_makes_no_second_row_and_each_run_signs_out() throws Exception {
        try (var servers = DemoServers.start(DemoPorts.FREE, PrivateFolder.Place.TEMPORARY)) {
            var rows = Fixtures.sample();
            var first = Fixtures.run(servers, rows);
            var stored = StoredRows.in(servers);

            var second = Fixtures.run(servers, rows);

            assertEquals(first, second);
            assertTrue(first.rejected() > 0, first::toString);
            assertEquals(first.accepted(), stored);
            assertEquals(stored, StoredRows.in(servers));
            // Once for each login; the health check asks the back channel too, for nobody.
            assertEquals(2, servers.simulator().count(Endpoint.USERINFO));
            assertEquals(2, servers.simulator().count(Endpoint.LOGOUT));
        }
    }

    @Test
    void the_database_goes_with_the_servers_unless_it_is_to_be_kept() throws Exception {
        Path gone;
        try (var servers = DemoServers.start(DemoPorts.FREE, PrivateFolder.Place.TEMPORARY)) {
            gone = Path.of(servers.addressesAndFiles().get("database")).getParent();
            assertTrue(Files.isDirectory(gone));
        }
        assertFalse(Files.exists(gone));

        Path kept;
        try (var servers = DemoServers.start(DemoPorts.FREE, PrivateFolder.Place.KEPT)) {
            kept = Path.of(servers.addressesAndFiles().get("database")).getParent();
        }
        assertTrue(Files.isDirectory(kept));
        for (var left :
                Files.walk(kept).sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(left);
        }
    }
}
