package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.AttemptLimits;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.TrafficLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of limits, against those that the proxy has. */
class LimitTableTest {
    private static final AttemptLimits LIMITS = AttemptLimits.DEFAULT;

    private static final String DEPLOY = "sdk-core/proxy-tools/deploy/";

    private static List<String> rows() {
        var page = Repository.read("docs/run-a-proxy.md");
        var section = page.substring(page.indexOf("## How often"), page.indexOf("## How much"));
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split(" \\| "))
                .map(cells -> cells[1] + ", " + cells[3].replaceAll("[`| ]", ""))
                .toList();
    }

    private static String within(int attempts) {
        return attempts + " within " + LIMITS.window().toMinutes() + " minutes, 429,"
                + LoginProblem.TOO_MANY_ATTEMPTS.code();
    }

    @Test
    void the_table_has_the_limits_of_the_code() {
        assertEquals(
                List.of(
                        within(LIMITS.perCaller()),
                        within(LIMITS.perNationalId()),
                        "1 at a time, 409," + LoginProblem.LOGIN_ALREADY_PENDING.code(),
                        within(LIMITS.codesPerCaller()),
                        within(LIMITS.perCaller())),
                rows());
    }

    @Test
    void a_reverse_proxy_must_allow_what_the_files_that_are_shipped_allow() {
        var page = Repository.read("docs/reverse-proxies.md");
        var body = TrafficLimits.DEFAULT.bodyBytes() / 1024 / 1024;

        assertTrue(page.contains("| above `limits.bodyBytes`, " + body + " MiB |"), page);
        assertTrue(page.contains("| wait for an answer | 150 seconds |"), page);
        assertTrue(Repository.read(DEPLOY + "nginx.conf").contains("proxy_read_timeout 150s;"));
        assertTrue(Repository.read(DEPLOY + "haproxy.cfg").contains("timeout server 150s\n"));
        assertTrue(Repository.read(DEPLOY + "Caddyfile").contains("response_header_timeout 150s\n"));
    }

    @Test
    void the_configuration_has_the_defaults_of_the_code() {
        var defaults = "| " + LIMITS.perCaller() + ", " + LIMITS.perNationalId() + ", `" + LIMITS.window() + "` |";

        assertTrue(Repository.read("docs/run-a-proxy.md").contains(defaults), defaults);
        var traffic = TrafficLimits.DEFAULT;
        var others = "| " + traffic.bodyBytes() + ", " + traffic.connectionsPerAddress() + " |";
        assertTrue(Repository.read("docs/run-a-proxy.md").contains(others), others);
    }
}
