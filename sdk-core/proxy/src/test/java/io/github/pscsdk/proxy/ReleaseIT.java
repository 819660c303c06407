package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar that is deployed. */
class ReleaseIT {
    @Test
    void it_contains_neither_stub_nor_simulator() throws Exception {
        var release = ReleaseContents.of(Path.of("target", "proxy-esante.jar"));

        assertTrue(release.has("io/github/pscsdk/proxy/ProxyMain.class"));
        assertTrue(release.has("io/github/pscsdk/relyingparty/RelyingParty.class"), "its libraries were read");
        assertEquals(List.of(), release.testParts());
    }

    @Test
    void it_contains_what_each_store_needs() throws Exception {
        var release = ReleaseContents.of(Path.of("target", "proxy-esante.jar"));

        assertTrue(release.has("io/github/pscsdk/sessionstore/jdbc/postgresql.sql"));
        assertTrue(release.has("com/zaxxer/hikari/HikariDataSource.class"));
        assertTrue(release.has("org/postgresql/Driver.class"));
        assertTrue(release.has("org/h2/Driver.class"));
        assertTrue(release.has("redis/clients/jedis/Connection.class"));
    }
}
