package io.github.pscsdk.pluginhost.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.spi.DeviceState;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
    @TempDir
    Path folder;

    private StateFolder state;

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        state = new StateFolder(folder.resolve("badge"));
    }

    @Test
    void what_was_written_is_read_again_and_forgotten_when_deleted() throws Exception {
        assertEquals(Optional.empty(), state.read("counter"));

        state.write("counter", new byte[] {1});
        state.write("counter", new byte[] {2});
        assertArrayEquals(new byte[] {2}, state.read("counter").orElseThrow());

        state.delete("counter");
        state.delete("counter");
        assertEquals(Optional.empty(), state.read("counter"));
    }

    @Test
    void nothing_else_is_left_in_the_folder() throws Exception {
        state.write("counter", new byte[] {1});

        try (var files = Files.list(folder.resolve("badge"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void all_values_together_have_a_limit() throws Exception {
        state.write("one", new byte[DeviceState.MOST_BYTES - 1]);
        state.write("two", new byte[1]);

        assertThrows(IllegalArgumentException.class, () -> state.write("three", new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> state.write("two", new byte[2]));
        state.write("one", new byte[DeviceState.MOST_BYTES - 1]);
    }

    @Test
    void two_stores_in_one_folder_write_side_by_side() throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var one = threads.submit(() -> writeAndRead("one", together));
            var other = threads.submit(() -> writeAndRead("other", together));

            assertEquals("one", Await.result("one has written", one));
            assertEquals("other", Await.result("the other has written", other));
        } finally {
            threads.shutdownNow();
        }
        try (var files = Files.list(folder.resolve("badge"))) {
            assertEquals(2, files.count());
        }
    }

    /** In a store of its own, values of different lengths. */
    private String writeAndRead(String key, CyclicBarrier together) throws Exception {
        var own = new StateFolder(folder.resolve("badge"));
        together.await();
        for (var count = 1; count <= 200; count++) {
            var value = key.repeat(count).getBytes(StandardCharsets.UTF_8);
            own.write(key, value);
            assertArrayEquals(value, own.read(key).orElseThrow());
        }
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../other", "a/b", "a\\b", "Counter", "é", ".hidden"})
    void a_key_leads_nowhere_else(String key) {
        assertThrows(IllegalArgumentException.class, () -> state.read(key));
        assertThrows(IllegalArgumentException.class, () -> state.write(key, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> state.delete(key));
    }

    @Test
    void a_file_that_grew_behind_its_back_is_not_read_whole() throws Exception {
        state.write("counter", new byte[] {1});
        Files.write(folder.resolve("badge").resolve("state-counter"), new byte[DeviceState.MOST_BYTES + 1]);

        assertThrows(IOException.class, () -> state.read("counter"));
    }
}
