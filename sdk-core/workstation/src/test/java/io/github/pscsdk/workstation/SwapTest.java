package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in is replaced again and again: no login is lost, none comes twice, and nothing of a former version stays. */
@Timeout(600)
class SwapTest {
    private static final int LOGINS = Integer.getInteger("psc.swap.logins", 20);
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
        var begun = new Semaphore(0);
        var swaps = new FutureTask<Void>(() -> swapBesideEach(begun), null);
        new Thread(swaps, "swaps").start();

        for (var login = 0; login < LOGINS; login++) {
            begun.release();
            var session = client.login(LoginRequest.using("late"));
            assertTrue(session.isActive());
            session.signOut();
        }
        swaps.get();

        assertEquals(LOGINS, server.seen("POST /v1/logins").size());
        assertEquals(LOGINS, server.seen("DELETE /disconnect").size());
        awaitDrained();
        client.close();
        for (var version : new String[] {"1.0.0", "1.1.0"}) {
            Collected.await("version " + version, LatePlugin.loader(version));
        }
    }

    /** Every other login has a swap beside it. */
    private void swapBesideEach(Semaphore begun) {
        try {
            for (var swap = 1; swap <= LOGINS / 2; swap++) {
                begun.acquire(2);
                swapTo(swap);
                client.plugins().refresh();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_class_thread_or_file_of_a_former_version_stays() throws Exception {
        swap(5);
        var classes = loadedClasses();
        var copies = copies();

        swap(SWAPS);

        Await.until("no more copies are open", () -> copies() <= copies);
        Await.until("no thread of the plug-in is left", () -> threads() == 0);
        Await.until(
                "fewer than " + FEW_CLASSES + " more classes are loaded after " + SWAPS + " versions",
                () -> loadedClasses() - classes < FEW_CLASSES);
    }

    private void swap(int times) throws Exception {
        for (var swap = 1; swap <= times; swap++) {
            swapTo(swap);
            client.plugins().refresh();
        }
        awaitDrained();
    }

    private void awaitDrained() {
        Await.until("one version is left", () -> client.plugins().all().size() == 1);
    }

    private static int loadedClasses() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    /** Those of the plug-in. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("psc-plugin-late"))
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
