package io.github.pscsdk.testkit.chromium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Uses a page by keyboard only. */
public final class Keyboard {
    private static final int MOST_STEPS = 60;

    private final Tab tab;

    Keyboard(Tab tab) {
        this.tab = tab;
    }

    /** Presses a key, and lets it go. */
    public Keyboard press(Key key) {
        return send(key.code());
    }

    /** Types where the focus is. */
    public Keyboard type(String text) {
        return send(text);
    }

    private Keyboard send(CharSequence keys) {
        new Actions(tab.inFront()).sendKeys(keys).perform();
        return this;
    }

    /** Presses Tab until the element has the focus; fails if it never gets it. */
    public Keyboard walkTo(Role role, String visibleName) {
        var wanted = tab.find(role, visibleName).await();
        // Named only at the end: on a long page a browser takes a second for each name.
        var stops = new ArrayList<WebElement>();
        while (!look(() -> wanted.is(focused()))) {
            if (stops.size() == MOST_STEPS || isRound(stops)) {
                throw new AssertionError(wanted + " is not reached by Tab, only "
                        + stops.stream().map(Keyboard::name).toList());
            }
            press(Key.TAB);
            stops.add(look(this::focused));
        }
        return this;
    }

    /** Whether the focus has come back to where it was first. A frame keeps it for several steps. */
    private static boolean isRound(List<WebElement> stops) {
        var last = stops.size() - 1;
        return last > 1
                && stops.get(last).equals(stops.get(0))
                && !stops.get(last).equals(stops.get(last - 1));
    }

    private static String name(WebElement stop) {
        try {
            return Role.plain(stop.getAccessibleName());
        } catch (StaleElementReferenceException e) {
            return "gone";
        }
    }

    private <T> T look(Supplier<T> at) {
        return tab.patience().untilPresent(() -> Optional.of(at.get()), () -> "nothing can be seen in " + tab);
    }

    private WebElement focused() {
        return tab.inFront().switchTo().activeElement();
    }
}
