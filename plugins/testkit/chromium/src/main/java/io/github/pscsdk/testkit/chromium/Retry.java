package io.github.pscsdk.testkit.chromium;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.FluentWait;

/** Looks again and again, for a while. The last thing that went wrong is the cause of the failure, if time is up. */
final class Retry {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration limit;

    Retry(Duration limit) {
        this.limit = limit;
    }

    <T> T untilPresent(Supplier<Optional<T>> look, Supplier<String> otherwise) {
        try {
            return new FluentWait<>(this)
                    .withTimeout(limit)
                    .pollingEvery(PAUSE)
                    .ignoring(WebDriverException.class)
                    // The Optional itself: of a plain false, FluentWait would make a "not yet".
                    .until(ignored ->
                            Optional.of(look.get()).filter(Optional::isPresent).orElse(null))
                    .orElseThrow();
        } catch (TimeoutException e) {
            throw new AssertionError(otherwise.get(), e.getCause());
        }
    }

    void untilTrue(BooleanSupplier look, Supplier<String> otherwise) {
        untilPresent(() -> Optional.of(look.getAsBoolean()).filter(Boolean::booleanValue), otherwise);
    }
}
