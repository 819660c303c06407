package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.testkit.support.Await;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for Prometheus that are shipped, as Prometheus itself reads them. */
class AlertsTest {
    static final Path RULES = Path.of("../proxy-tools/deploy/alerts.yaml");
    private static final Path CONFIGURATION = Path.of("../proxy-tools/deploy/prometheus.yaml");
    private static final Path CASES = Path.of("src/test/resources/alerts.test.yaml");

    @TempDir
    private Path folder;

    /** Where there is none, the test is skipped and says so. */
    private static String promtool() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var found = Arrays.stream(path.split(File.pathSeparator))
                .map(place -> Path.of(place, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            var message = "NOT TRIED WITH PROMTOOL: it is in Debian's promtool (apt-get install promtool)";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            abort(message);
        }
        return found.get().toString();
    }

    private void assertAccepted(String... command) throws Exception {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        var exit = Await.exit("the end of promtool", process);

        assertEquals(0, exit, Files.readString(output, StandardCharsets.UTF_8));
    }

    @Test
    void prometheus_takes_them() throws Exception {
        assertAccepted(promtool(), "check", "rules", RULES.toString());
        // The file of the token is the operator's.
        assertAccepted(promtool(), "check", "config", "--syntax-only", CONFIGURATION.toString());
    }

    @Test
    void on_a_calm_day_none_is_raised_and_on_the_worst_one_all_are() throws Exception {
        assertAccepted(promtool(), "test", "rules", CASES.toString());
        assertEquals(
                found("(?<=- alert: )\\w+", RULES), found("(?<=alertname=\")\\w+", CASES), "of each there is a case");
    }

    @Test
    void each_code_that_they_name_is_documented() throws Exception {
        var page = Files.readString(Path.of("../../docs/diagnostics.md"));

        for (var code : found("PSC-\\d+", RULES)) {
            assertTrue(page.contains("### " + code + " "), code);
        }
    }

    private static Set<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }

    /** The series that the rules are about. */
    static Set<String> series() throws IOException {
        return found("\\b(psc|jvm|process)_[a-z_]+", RULES);
    }
}
