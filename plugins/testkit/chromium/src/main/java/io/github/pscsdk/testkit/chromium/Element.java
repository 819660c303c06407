package io.github.pscsdk.testkit.chromium;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openqa.selenium.WebElement;

/** An element of a page, by its role and name for a person. Each call waits until exactly one such element is there. */
public final class Element {
    private final Tab tab;
    private final Role role;
    private final String name;

    Element(Tab tab, Role role, String name) {
        this.tab = tab;
        this.role = role;
        this.name = name;
    }

    /** Presses, follows or chooses it. */
    public void press() {
        act(WebElement::click);
    }

    /** Replaces what stands in it. */
    public void fill(String text) {
        act(element -> {
            element.clear();
            element.sendKeys(text);
        });
    }

    /** The text that can be read in it. */
    public String text() {
        return Role.plain(tab.patience().untilPresent(() -> only().map(WebElement::getText), this::missing));
    }

    /** The whole name of it, where the description is but its beginning. */
    public String name() {
        return tab.patience().untilPresent(() -> only().map(role::nameOf), this::missing);
    }

    /** Whether it is chosen. */
    public boolean isChosen() {
        return tab.patience().untilPresent(() -> only().map(WebElement::isSelected), this::missing);
    }

    /** Waits until it is there. */
    public Element await() {
        act(element -> {});
        return this;
    }

    /** Waits until no such thing is there. */
    public void awaitGone() {
        tab.patience().untilTrue(() -> matches().isEmpty(), () -> this + " is still there at " + tab);
    }

    /** Whether it is there now. */
    public boolean isThere() {
        return only().isPresent();
    }

    /** The names of all that fit the description, as soon as something does. */
    public List<String> names() {
        return tab.patience()
                .untilPresent(
                        () -> Optional.of(matches().stream().map(role::nameOf).toList())
                                .filter(names -> !names.isEmpty()),
                        this::missing);
    }

    boolean is(WebElement element) {
        return matches().contains(element);
    }

    private void act(Consumer<WebElement> action) {
        tab.patience()
                .untilPresent(
                        () -> only().map(element -> {
                            action.accept(element);
                            return element;
                        }),
                        this::missing);
    }

    private Optional<WebElement> only() {
        var matches = matches();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** The elements with that very name; if there is none, those whose name begins with it. */
    private List<WebElement> matches() {
        var names = new LinkedHashMap<WebElement, String>();
        visible(PageScripts.candidates(tab.inFront(), role, name)).forEach(each -> names.put(each, role.nameOf(each)));
        var exact = keys(names, name::equals);
        return exact.isEmpty() ? keys(names, found -> found.startsWith(name)) : exact;
    }

    private static List<WebElement> keys(Map<WebElement, String> names, Predicate<String> wanted) {
        return names.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<WebElement> visible(List<WebElement> elements) {
        return elements.stream().filter(WebElement::isDisplayed).toList();
    }

    private String missing() {
        var others = visible(tab.inFront().findElements(role.candidates())).stream()
                .map(role::nameOf)
                .collect(Collectors.joining("», «", "«", "»"));
        return matches().size() + " things are " + this + "; there are " + others + " at " + tab;
    }

    @Override
    public String toString() {
        return role + " «" + name + "»";
    }
}
