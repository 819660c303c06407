package io.github.pscsdk.testkit.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Looks at a page with axe-core, of whose rules those count whose breach is serious or critical. */
final class Axe {
    private static final String LIBRARY = library();
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(
                result => done(result.violations
                    .filter(violation => ["serious", "critical"].includes(violation.impact))
                    .map(violation => `${violation.impact} ${violation.id}: ${violation.help}, at `
                        + violation.nodes.map(node => node.target.join(" ")).join("; "))),
                failure => done([`axe failed: ${failure}`]))
            """;

    private Axe() {}

    static List<String> seriousViolations(RemoteWebDriver page) {
        page.executeScript(LIBRARY);
        var found = (List<?>) Objects.requireNonNull(page.executeAsyncScript(RUN));
        return found.stream().map(Object::toString).toList();
    }

    private static String library() {
        try (var stream = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
