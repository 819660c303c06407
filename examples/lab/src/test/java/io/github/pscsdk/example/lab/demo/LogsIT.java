package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** No log line at any level of the whole demonstration holds a token, an identifier, a name or a binding message. */
class LogsIT {
    private static final String OURS = "io.github.pscsdk";

    @Test
    void neither_our_own_code_nor_a_library_leaks_anything_whatever_level_an_operator_sets() throws Exception {
        try (var log = CapturedLog.atTrace(
                Logger.ROOT_LOGGER_NAME, OURS, "org.eclipse.jetty", "io.javalin", "com.zaxxer.hikari", "org.pf4j")) {

            var leaks = leaksOfADemonstration();

            assertEquals(List.of(), leaks.in(log.lines()));
            var byOurs = log.lines().stream()
                    .collect(Collectors.partitioningBy(line -> line.logger().startsWith(OURS)));
            assertTrue(
                    byOurs.get(true).size() > Fixtures.sample().size(),
                    () -> "only " + byOurs.get(true).size());
            assertEquals(
                    List.of(),
                    byOurs.get(false).stream()
                            .filter(line -> !line.level().isGreaterOrEqual(Level.INFO))
                            .toList());
        }
    }

    private static Leaks leaksOfADemonstration() throws Exception {
        try (var servers = Fixtures.servers()) {
            Fixtures.run(servers, Fixtures.sample());
            var secrets = new HashSet<>(servers.simulator().issuedSecrets());
            secrets.add(servers.revealApplicationToken());
            assertTrue(secrets.stream().anyMatch(secret -> secret.length() == 2), "no binding message was recorded");
            assertTrue(secrets.size() > 8, () -> "only " + secrets.size() + " secrets");
            return Leaks.of(secrets);
        }
    }
}
