package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in is replaced again and again: no login is lost, none comes twice, and nothing of a former version stays. */
@Timeout(600)
class SwapTest {
    private static final int LOGINS = Integer.getInteger("psc.swap.logins", 60);
    private static final Duration BETWEEN = Duration.ofMillis(Integer.getInteger("psc.swap.pause", 50));
    private static final int SWAPS = Integer.getInteger("psc.swap.swaps", 20);

    /** What the JVM loads for its own sake meanwhile, such as for the garbage collector's bean. */
    private static final int FEW_CLASSES = 40;

    @TempDir
    Path folder;

    @AutoClose
    private final MockServerHalf server = new MockServerHalf();

    private LatePlugin plugin;
    private PscClient client;

    @BeforeEach
    void load() throws Exception {
        plugin = new LatePlugin(folder);
        plugin.close();
        swapTo(0);
        client = Fakes.builder(server).pluginDirectory(folder).build();
    }

    @AutoClose
    private final AutoCloseable afterwards = () -> client.close();

    private void swapTo(int number) throws IOException {
        plugin.write("late.jar", "1." + number % 2 + ".0");
    }

    @Test
    void logins_go_on_while_their_plug_in_is_replaced() throws Exception {
        var over = new AtomicBoolean();
        var swaps = new Thread(() -> swapUntil(over), "swaps");
        swaps.start();

        for (var login = 0; login < LOGINS; login++) {
            var session = client.login(LoginRequest.using("late"));
            assertTrue(session.isActive());
            session.signOut();
        }
        over.set(true);
        swaps.join();

        assertEquals(LOGINS, server.seen("POST /v1/logins").size());
        assertEquals(LOGINS, server.seen("DELETE /disconnect").size());
        awaitDrained();
        client.close();
        for (var version : new String[] {"1.0.0", "1.1.0"}) {
            assertTrue(Collected.withinPatience(LatePlugin.loader(version)), version);
        }
    }

    private void swapUntil(AtomicBoolean over) {
        try {
            for (var swap = 1; !over.get(); swap++) {
                swapTo(swap);
                client.plugins().refresh();
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_class_thread_or_file_of_a_former_version_stays() throws Exception {
        swap(5);
        var classes = loadedClasses();
        var threads = threads();
        var copies = copies();

        swap(SWAPS);

        assertEquals(copies, copies());
        assertEquals(threads, threads());
        var more = loadedClasses() - classes;
        assertTrue(more < FEW_CLASSES, () -> more + " more classes after " + SWAPS + " versions");
    }

    private void swap(int times) throws Exception {
        for (var swap = 1; swap <= times; swap++) {
            swapTo(swap);
            client.plugins().refresh();
        }
        awaitDrained();
    }

    private void awaitDrained() throws InterruptedException {
        while (client.plugins().all().size() > 1) {
            Thread.sleep(10);
        }
    }

    private static int loadedClasses() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    /** Those of plug-ins. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("psc-plugin-"))
                .count();
    }

    /** The private copies that this process has open, where the system tells. */
    private static long copies() throws IOException {
        var open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (var files = Files.list(open)) {
            return files.filter(SwapTest::isCopy).count();
        }
    }

    private static boolean isCopy(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("psc-plugins-");
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }
}
