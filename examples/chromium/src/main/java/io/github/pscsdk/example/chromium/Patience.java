package io.github.pscsdk.example.chromium;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.support.ui.FluentWait;

/** Looks again and again, for a while; a page that is just being replaced is no answer. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration limit;

    Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * What is there in the end.
     *
     * @param otherwise what to say of it when time is up
     */
    <T> T untilPresent(Supplier<Optional<T>> look, Supplier<String> otherwise) {
        try {
            return new FluentWait<>(this)
                    .withTimeout(limit)
                    .pollingEvery(PAUSE)
                    .ignoring(StaleElementReferenceException.class)
                    .ignoring(NoSuchElementException.class)
                    .ignoring(ElementNotInteractableException.class)
                    .ignoring(JavascriptException.class)
                    .until(ignored -> look.get().orElse(null));
        } catch (TimeoutException e) {
            throw new AssertionError(otherwise.get());
        }
    }

    void untilTrue(BooleanSupplier look, Supplier<String> otherwise) {
        untilPresent(() -> Optional.of(look.getAsBoolean()).filter(Boolean::booleanValue), otherwise);
    }
}
