package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins while their plug-in is replaced again and again: none is lost, none comes twice, and nothing of a former version stays. */
@Timeout(300)
class SwapTest {
    private static final int LOGINS = Integer.getInteger("psc.swap.logins", 60);
    private static final Duration BETWEEN = Duration.ofMillis(Integer.getInteger("psc.swap.pause", 50));

    @TempDir
    Path folder;

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    @Test
    void logins_go_on_while_their_plug_in_is_replaced() throws Exception {
        var plugin = new LatePlugin(folder);
        plugin.close();
        plugin.write("late.jar", "1.0.0");
        var over = new AtomicBoolean();
        var client = Fakes.builder(server).pluginDirectory(folder).build();
        var swaps = new Thread(() -> swap(plugin, client, over), "swaps");
        swaps.start();

        for (var login = 0; login < LOGINS; login++) {
            try (var session = client.login(LoginRequest.using("late"))) {
                assertTrue(session.isActive());
                session.signOut();
            }
        }
        over.set(true);
        swaps.join();

        assertEquals(LOGINS, server.seen("POST /v1/logins").size());
        while (client.plugins().all().size() > 1) {
            Thread.sleep(10);
        }
        client.close();
        for (var version : new String[] {"1.0.0", "1.1.0"}) {
            assertTrue(Collected.withinPatience(LatePlugin.loader(version)), version);
        }
    }

    private static void swap(LatePlugin plugin, PscClient client, AtomicBoolean over) {
        try {
            for (var swap = 1; !over.get(); swap++) {
                plugin.write("late.jar", "1." + swap % 2 + ".0");
                client.plugins().refresh();
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
