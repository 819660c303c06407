package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an operator can scrape. */
class MetricsTest {
    private static final Pattern NAME = Pattern.compile("^# TYPE (\\S+) ", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| `(psc\\.[a-z.]+)` \\| (\\w+) \\| ([^|]*) \\|", Pattern.MULTILINE);
    // Micrometer's own documentation has them.
    private static final Pattern OF_THE_JVM = Pattern.compile("jvm_|process_|system_");
    private static final Pattern TAG = Pattern.compile("`(\\w+)`");

    private static final KeyStore PLATFORM = platform();

    private static KeyStore platform() {
        var file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                .toFile();
        try {
            return KeyStore.getInstance(file, "changeit".toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @AutoClose
    private final Bench bench = Bench.start(builder -> builder.metrics()
            .stopWithin(Duration.ZERO)
            .trustedCertificates(PLATFORM)
            .stores(new ObservedStore().source()));

    private String scraped() throws Exception {
        var answer = bench.operator().get("/metrics");
        assertEquals(200, answer.status());
        return answer.text();
    }

    private void await(String line) {
        Await.until("there is a line " + line, () -> scraped().lines().anyMatch(found -> found.startsWith(line)));
    }

    /** A request under {@code /send}, a session, its end, a login that is refused, a logout that nobody reported and a refused caller. */
    private void aDay() throws Exception {
        var calls = bench.loggedIn();
        calls.get("/send/open/a");
        calls.get("/send/down/a");
        calls.disconnect();
        bench.anybody().get("/v1/status");
        bench.calls().get("/v1/logins/unknown");
        bench.calls().follow(bench.calls().beginOnDevice("899999100045"));
        bench.anybody().call("POST", "/v1/logout/" + Bench.CLIENT, "logout_token=none");
    }

    @Test
    void logins_calls_refusals_and_connections_are_counted() throws Exception {
        aDay();

        await(
                "psc_logins_seconds_count{client=\"editeur-demo\",means=\"mobile\",outcome=\"done\",way=\"backchannel\"} 1");
        await("psc_sessions_ended_total{client=\"editeur-demo\",reason=\"signed_out\"} 1");
        var text = scraped();
        for (var line : Set.of(
                "psc_logins_begun_total{client=\"editeur-demo\",means=\"mobile\",way=\"backchannel\"} 2.0",
                "psc_proxy_logins_failed_total{problem=\"PSC-001\"} 1.0",
                "psc_proxy_refusals_total{problem=\"PSC-062\",status=\"401\"} 1.0",
                "psc_proxy_refusals_total{problem=\"PSC-009\",status=\"404\"} 1.0",
                "psc_calls_seconds_count{client=\"editeur-demo\",endpoint=\"backchannel\",outcome=\"2xx\"} 2",
                "psc_proxy_send_seconds_count{backend=\"open\",outcome=\"2xx\"} 1",
                "psc_proxy_send_seconds_count{backend=\"down\",outcome=\"failed\"} 1",
                "psc_proxy_store_available 1.0",
                "psc_proxy_sessions_awaited 0.0")) {
            assertTrue(text.contains(line), () -> line + " is not in " + text);
        }
        assertTrue(Pattern.compile("psc_proxy_connections [1-9]").matcher(text).find(), text);
    }

    @Test
    void nothing_of_a_person_or_a_session_is_in_them() throws Exception {
        var calls = bench.loggedIn();
        await("psc_logins_seconds_count");

        var text = scraped();

        assertFalse(text.contains(Bench.PHARMACIST));
        assertFalse(text.contains(calls.cookie()));
        assertFalse(text.contains(Bench.TOKEN));
    }

    @Test
    void they_are_for_an_operator_alone_and_only_where_the_configuration_wants_it() throws Exception {
        assertEquals(401, bench.anybody().get("/metrics").status());
        assertEquals(403, bench.calls().get("/metrics").status());
        try (var without = Bench.start()) {
            assertEquals(404, without.operator().get("/metrics").status());
        }
    }

    @Test
    void each_series_of_the_alerts_is_there() throws Exception {
        aDay();
        await("psc_logins_seconds_count");
        var text = scraped();

        assertEquals(
                Set.of(),
                AlertsTest.series().stream()
                        .filter(series -> !Pattern.compile("^" + series + "[ {]", Pattern.MULTILINE)
                                .matcher(text)
                                .find())
                        .collect(Collectors.toSet()));
    }

    @Test
    void the_documentation_names_each_meter_with_its_tags() throws Exception {
        aDay();
        await("psc_sessions_ended_total");
        await("psc_refusals_total");
        await("psc_store_calls_seconds_count");
        await("psc_logins_seconds_count");
        var page = Files.readString(Path.of("../../docs/run-a-proxy.md"));
        var documented = new TreeSet<String>();
        for (var row = ROW.matcher(page); row.find(); ) {
            documented.add(row.group(1).replace('.', '_') + suffix(row.group(2)) + tags(row.group(3)));
        }

        var registered = new TreeSet<String>();
        var ofTheJvm = new TreeSet<String>();
        var text = scraped();
        for (var name = NAME.matcher(text); name.find(); ) {
            // Prometheus has the longest duration of a timer as a gauge of its own.
            if (OF_THE_JVM.matcher(name.group(1)).lookingAt()) {
                ofTheJvm.add(name.group(1).replaceFirst("_.*", ""));
            } else if (!name.group(1).endsWith("_max")) {
                registered.add(name.group(1) + labels(text, name.group(1)));
            }
        }

        assertEquals(String.join("\n", documented), String.join("\n", registered));
        assertEquals(Set.of("jvm", "process", "system"), ofTheJvm);
    }

    private static String suffix(String kind) {
        return switch (kind) {
            case "counter" -> "_total";
            case "timer" -> "_seconds";
            default -> "";
        };
    }

    private static Set<String> tags(String cell) {
        return TAG.matcher(cell).results().map(tag -> tag.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels(String text, String name) {
        var line = text.lines()
                .filter(found -> found.startsWith(name) && !found.startsWith(name + "_max"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(\\w+)=\"")
                .matcher(line)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
