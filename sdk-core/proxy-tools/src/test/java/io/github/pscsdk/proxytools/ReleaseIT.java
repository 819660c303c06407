package io.github.pscsdk.proxytools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.testkit.simulator.ReleaseContents;
import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar that is deployed. */
class ReleaseIT {
    @Test
    void it_contains_what_each_store_needs_and_neither_stub_nor_simulator() throws Exception {
        var release = ReleaseContents.of(Path.of("target", "proxy-esante.jar"));

        assertTrue(release.has("io/github/pscsdk/proxytools/ProxyMain.class"));
        assertTrue(release.has("io/github/pscsdk/relyingparty/RelyingParty.class"), "its libraries were read");
        assertEquals(List.of(), release.testParts());

        assertTrue(release.has("io/github/pscsdk/sessionstore/jdbc/postgresql.sql"));
        assertTrue(release.has("com/zaxxer/hikari/HikariDataSource.class"));
        assertTrue(release.has("org/postgresql/Driver.class"));
        assertTrue(release.has("org/h2/Driver.class"));
        assertTrue(release.has("redis/clients/jedis/Connection.class"));
    }

    @Test
    void java_takes_the_command_of_the_container() throws Exception {
        var line = Files.readAllLines(Path.of("deploy", "Containerfile")).stream()
                .filter(instruction -> instruction.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();
        var command = new ObjectMapper().readValue(line.substring("ENTRYPOINT ".length()), String[].class);
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[command.length - 1] = Path.of("target", "proxy-esante.jar").toString();
        var told = new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of("--help")).toList())
                .redirectErrorStream(true)
                .start();
        var exit = Await.exit("the command has told its usage", told);
        var text = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, exit, text);
        assertTrue(text.contains("key-ring"), text);
    }
}
