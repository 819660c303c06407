package io.github.pscsdk.example.santefr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormServerTest {
    @TempDir
    Path folder;

    @Test
    void listens_on_the_loopback_address_and_makes_its_database() {
        try (var server = FormServer.start(configuration("data/form"))) {
            assertEquals("127.0.0.1", server.address().getHost());
            assertTrue(server.address().getPort() > 0);
            assertTrue(Files.exists(folder.resolve("data/form.mv.db")));
        }
    }

    @Test
    void a_database_that_another_program_has_open_is_told() throws Exception {
        FormServer.start(configuration("form")).close();

        try (var file = new RandomAccessFile(folder.resolve("form.mv.db").toFile(), "rw");
                var lock = file.getChannel().lock()) {
            var refusal = assertThrows(IllegalStateException.class, () -> FormServer.start(configuration("form")));

            assertTrue(lock.isValid());
            assertEquals("cannot open the database: is another form using it?", refusal.getMessage());
        }
    }

    @Test
    void a_port_in_use_is_told_and_leaves_the_database_free() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var configuration = configuration("form").withPort(taken.getLocalPort());

            var refusal = assertThrows(IllegalStateException.class, () -> FormServer.start(configuration));

            assertEquals("cannot listen on port " + taken.getLocalPort(), refusal.getMessage());
        }
        FormServer.start(configuration("form")).close();
    }

    @Test
    void closing_twice_does_no_harm_and_leaves_no_trace_file() throws Exception {
        var server = FormServer.start(configuration("form"));

        server.close();
        server.close();

        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".trace.db")));
        }
    }

    @Test
    void a_stand_alone_form_is_configured_by_a_file() throws Exception {
        var file = Files.writeString(folder.resolve("form.json"), """
                {"database":"%s","introspection":
                  {"endpoint":"http://127.0.0.1:1/introspect","clientId":"form","clientSecret":"s3cret"}}
                """.formatted(
                        folder.resolve("form").toString().replace("\\", "\\\\")));

        try (var server = FormServer.start(FormSettings.read(file, Map.of()))) {
            assertTrue(server.address().getPort() > 0);
        }
    }

    @Test
    void the_command_says_what_it_needs() {
        assertThrows(IllegalArgumentException.class, FormMain::main);
    }

    private FormConfiguration configuration(String database) {
        return FormConfiguration.of(folder.resolve(database), token -> Optional.empty());
    }
}
