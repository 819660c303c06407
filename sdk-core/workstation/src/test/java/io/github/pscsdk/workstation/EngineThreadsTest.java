package io.github.pscsdk.workstation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.testkit.support.PluginCompiler;
import io.github.pscsdk.time.VirtualClock;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineThreadsTest {
    @TempDir
    Path folder;

    @Test
    void a_worker_that_a_plug_in_caused_keeps_nothing_of_the_plug_in() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = new EngineThreads(Clock.systemUTC())) {
            var plugin = new WeakReference<>(executeOnStackOfPlugin(threads, () -> {
                begun.countDown();
                awaitQuietly(end);
            }));
            begun.await();

            // The worker still lives.
            Collected.await("the loader of the plug-in that was on the stack", plugin);
            end.countDown();
        }
    }

    @Test
    void a_worker_s_context_is_the_engine_s() throws Exception {
        try (var threads = new EngineThreads(Clock.systemUTC());
                var plugin = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(plugin);
            var seen =
                    CompletableFuture.supplyAsync(() -> Thread.currentThread().getContextClassLoader(), threads);

            assertSame(EngineThreads.class.getClassLoader(), seen.get());
        } finally {
            Thread.currentThread().setContextClassLoader(EngineThreads.class.getClassLoader());
        }
    }

    @Test
    void new_ones_leave_no_task_on_the_clock_that_a_test_moves() {
        var clock = VirtualClock.standing();
        try (var threads = new EngineThreads(clock)) {
            assertSame(clock, threads.clock());
            assertEquals(0, clock.tasks());
        }
    }

    private ClassLoader executeOnStackOfPlugin(EngineThreads threads, Runnable work) throws Exception {
        var compiled = PluginCompiler.compile(Map.of("foreign.Caller", """
                package foreign;
                import java.util.concurrent.Executor;
                public class Caller implements java.util.function.BiConsumer<Executor, Runnable> {
                  public void accept(Executor executor, Runnable work) { executor.execute(work); }
                }
                """));
        Files.createDirectory(folder.resolve("foreign"));
        Files.write(folder.resolve("foreign/Caller.class"), compiled.get("foreign.Caller"));
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            @SuppressWarnings("unchecked")
            var caller = (BiConsumer<Executor, Runnable>)
                    loader.loadClass("foreign.Caller").getConstructor().newInstance();
            caller.accept(threads, work);
            return loader;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
