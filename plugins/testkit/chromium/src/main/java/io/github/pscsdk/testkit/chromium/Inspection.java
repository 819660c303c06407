package io.github.pscsdk.testkit.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Finds obstacles for readers on a page, by the script beside this class, which lists what it looks for. */
final class Inspection {
    private static final String SCRIPT = script();

    private Inspection() {}

    static List<String> of(RemoteWebDriver page) {
        var found = (List<?>) Objects.requireNonNull(page.executeScript(SCRIPT));
        return found.stream().map(Object::toString).toList();
    }

    private static String script() {
        try (var stream = Inspection.class.getResourceAsStream("inspection.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
