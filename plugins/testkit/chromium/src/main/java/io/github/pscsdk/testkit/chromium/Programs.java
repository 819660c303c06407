package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The two programs that must be installed: the browser, and the one that drives it. */
final class Programs {
    private static final String BROWSER_PACKAGE = "chromium";
    private static final String DRIVER_PACKAGE = "chromium-driver";

    private final Optional<Path> browser;
    private final Optional<Path> driver;

    /** Looks for them in folders, the first one first. */
    Programs(List<Path> folders) {
        browser = find(folders, "chromium", "chromium-browser");
        driver = find(folders, "chromedriver");
    }

    static Programs installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Programs(
                Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList());
    }

    private static Optional<Path> find(List<Path> folders, String... names) {
        return folders.stream()
                .flatMap(folder -> Stream.of(names).map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Path browser() {
        return browser.orElseThrow();
    }

    Path driver() {
        return driver.orElseThrow();
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
                        browser.isPresent() ? Stream.empty() : Stream.of(BROWSER_PACKAGE),
                        driver.isPresent() ? Stream.empty() : Stream.of(DRIVER_PACKAGE))
                .toList();
    }
}
