package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A node whose clock is wrong does no harm: only the clock of the database counts. */
@OnPostgres
class DatabaseClockTest {
    private static final Pattern OWN_CLOCK =
            Pattern.compile("\\bClock\\b|currentTimeMillis|\\b[A-Z]\\w+\\.now\\(|new Date\\(|Calendar|\\bTimestamp\\b");

    @Test
    void no_class_of_the_store_reads_the_time_of_its_machine() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var files =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(files.size() > 5, files::toString);
            for (var file : files) {
                assertEquals(
                        0, OWN_CLOCK.matcher(Files.readString(file)).results().count(), file::toString);
            }
        }
        assertTrue(OWN_CLOCK.matcher("Instant.now()").find());
    }

    @Test
    void nodes_in_different_time_zones_agree() {
        var server = PostgresServer.shared();
        try (var nodes = new Nodes(server, server.database())) {
            var paris = JdbcStores.postgresql(
                            nodes.pool(config -> config.setConnectionInitSql("SET TIME ZONE 'Europe/Paris'")))
                    .sessions();
            var noumea = JdbcStores.postgresql(
                            nodes.pool(config -> config.setConnectionInitSql("SET TIME ZONE 'Pacific/Noumea'")))
                    .sessions();

            paris.putIfAbsent("session/a", new byte[] {1}, Duration.ofMinutes(1));

            var end = noumea.find("session/a").orElseThrow().expiresAt();
            assertEquals(paris.find("session/a").orElseThrow().expiresAt(), end);
            var left = Duration.between(noumea.now(), end).toSeconds();
            assertTrue(left > 30 && left <= 60, () -> left + " seconds");
        }
    }
}
