package io.github.pscsdk.proxy.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.LogRecorder;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a configuration names, looked at again and again while somebody writes them. */
class NamedFilesTest {
    private static final String CONFIGURATION = """
            {"environment": {"name": "sandbox"},
             "clients": [{"id": "one", "method": "secret_basic", "secret": {"file": "client.secret"}},
                         {"id": "two", "method": "secret_basic", "secret": {"variable": "OTHER"}}],
             "applications": [{"name": "one", "sha256": "%s"}]}
            """.formatted("1".repeat(64));

    @TempDir
    private Path folder;

    private NamedFiles files;
    private Optional<String> meanwhile = Optional.empty();

    /** Copied at the beginning of each reading. */
    private final class Variables extends HashMap<String, String> {
        @Serial
        private static final long serialVersionUID = 1L;

        Variables() {
            put("OTHER", "any");
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            meanwhile.ifPresent(NamedFilesTest.this::write);
            meanwhile = Optional.empty();
            return super.entrySet();
        }
    }

    private void write(String secret) {
        try {
            Files.writeString(folder.resolve("client.secret"), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void read() throws Exception {
        write("first");
        files = new NamedFiles(Files.writeString(folder.resolve("proxy.json"), CONFIGURATION), new Variables());
        assertEquals(2, files.read().clients().size());
    }

    @Test
    void a_file_that_has_changed_is_read_once() {
        assertTrue(files.changed().isEmpty());

        write("second");

        assertTrue(files.changed().isPresent());
        assertTrue(files.changed().isEmpty());
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_read_anew() {
        write("half");
        meanwhile = Optional.of("whole");

        assertTrue(files.changed().isEmpty());

        assertTrue(files.changed().isPresent());
    }

    @Test
    void a_file_that_cannot_be_used_is_told_once_and_not_while_somebody_writes_it() {
        try (var log = new LogRecorder()) {
            write("");
            meanwhile = Optional.of(" ");
            assertTrue(files.changed().isEmpty());
            assertEquals(0, told(log));

            assertTrue(files.changed().isEmpty());
            assertTrue(files.changed().isEmpty());
            assertEquals(1, told(log));
        }
        write("second");
        assertTrue(files.changed().isPresent());
    }

    private static long told(LogRecorder log) {
        return log.lines().stream()
                .filter(line -> line.contains("[" + Thread.currentThread().getName() + "]"))
                .filter(line -> line.contains("cannot be used"))
                .count();
    }
}
