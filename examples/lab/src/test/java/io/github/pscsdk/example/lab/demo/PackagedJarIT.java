package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.testkit.persona.Personas;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar target/psc.jar}, as a user runs it. */
class PackagedJarIT {
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    /** Less than half of it is free once the servers run: it holds no 60 KB of each row. */
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError");

    private static final int ROWS = 600;

    @TempDir
    private Path folder;

    @Test
    void the_demonstration_of_many_rows_runs_in_little_memory_until_it_is_interrupted_and_its_verbose_log_names_nobody()
            throws Exception {
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, ROWS);
        var options = new ArrayList<>(ENGLISH);
        options.addAll(LITTLE_MEMORY);
        try (var process =
                JarProcess.start(folder, options, "demo", "--keep", "--json", "--verbose", "--input=" + input)) {
            process.await("it prints its answer", () -> process.out().endsWith("}\n"));
            var answer = new ObjectMapper().readTree(process.out());
            var addresses = answer.path("addresses");
            var proxy = URI.create(addresses.path("proxy").asText());
            assertTrue(process.err().contains("Logged in."), "it found the plug-ins beside itself");
            assertEquals(ROWS, answer.path("read").asInt(), process::out);
            assertTrue(answer.path("accepted").asInt() > ROWS / 2, process::out);
            connect(URI.create(addresses.path("form").asText()));
            assertEquals(
                    200,
                    status(proxy, Path.of(URI.create(addresses.path("app-token").asText()))));

            assertTrue(process.isRunning(), process::err);
            process.interrupt();
            process.result();

            assertThrows(ConnectException.class, () -> connect(proxy));
            assertTrue(process.err().contains("Interrupted"), process::err);
            assertFalse(process.err().contains("\r"), "a bar is drawn where a terminal is");
            assertLogsNobody(process.err());
            remove(Path.of(URI.create(addresses.path("database").asText())).getParent());
        }
    }

    @Test
    void shows_its_help_and_how_it_is_used() {
        var alone = CommandRun.ofLab();

        assertEquals(0, alone.exitCode());
        for (var text : List.of("Usage: psc-lab", "  demo ", "  simulate ", "130 ", "psc-lab simulate --json")) {
            assertTrue(alone.out().contains(text), alone::out);
        }
    }

    private static void assertLogsNobody(String log) {
        assertTrue(log.lines().filter(line -> line.contains(" INFO ")).count() > 100, log);
        assertFalse(log.contains("eyJ"), "a JSON Web Token begins so");
        for (var persona : Personas.all()) {
            assertFalse(log.contains(persona.nationalId().value()), "an identifier");
            assertFalse(log.contains(persona.familyName()), "a name");
        }
    }

    private static void connect(URI server) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), server.getPort()).close();
    }

    private static int status(URI proxy, Path token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(proxy.resolve("/v1/status"))
                .header("Authorization", "Bearer " + Files.readString(token))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void remove(Path kept) throws IOException {
        try (var all = Files.walk(kept)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
