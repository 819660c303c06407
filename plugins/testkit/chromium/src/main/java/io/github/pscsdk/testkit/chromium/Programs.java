package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openqa.selenium.os.ExecutableFinder;

/** The two programs that must be installed: the browser, and the one that drives it. */
record Programs(Optional<Path> browser, Optional<Path> driver) {
    private static final String SHELL = "chromium-headless-shell";

    static Programs installed() {
        return new Programs(find(SHELL, "chromium", "chromium-browser"), find("chromedriver"));
    }

    /** Whether it is the browser that has no windows to hide, and takes a third less of the processor. */
    boolean areWithoutWindows() {
        return browser.filter(program -> program.endsWith(SHELL)).isPresent();
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(names)
                .map(new ExecutableFinder()::find)
                .filter(Objects::nonNull)
                .map(Path::of)
                .findFirst();
    }

    /** Lets a test go on only where both are there; {@code voice} says why one is skipped. */
    void demand(boolean required, Consumer<String> voice) {
        var missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        var message = "NOT TRIED IN A BROWSER: this needs Debian's " + String.join(" and ", missing)
                + " (apt-get install --no-install-recommends " + String.join(" ", missing) + ")";
        if (required) {
            fail(message);
        }
        voice.accept(message);
        abort(message);
    }

    private List<String> missing() {
        return Stream.concat(
                        browser.isPresent() ? Stream.empty() : Stream.of(SHELL),
                        driver.isPresent() ? Stream.empty() : Stream.of("chromium-driver"))
                .toList();
    }
}
