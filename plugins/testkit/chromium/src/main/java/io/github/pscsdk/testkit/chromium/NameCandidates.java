package io.github.pscsdk.testkit.chromium;

import java.util.List;
import java.util.Objects;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Narrows down which elements may have a name, in one call: on a long page a browser takes a second to tell each name. It leaves
 * out those alone that cannot have it, so whoever calls asks for the name of what is left.
 */
final class NameCandidates {
    /**
     * Each word of a name stands in a text or an attribute of the element, of its labels or of what it says that it is named by. A style
     * may have made its capitals.
     */
    private static final String CANDIDATES = """
            const [selector, name] = arguments;
            const words = name.toLowerCase().split(/\\s+/);
            const namers = element => [
                element,
                ...element.labels ?? [],
                ...(element.getAttribute("aria-labelledby") ?? "").split(/\\s+/).map(id => document.getElementById(id))]
                .filter(node => node);
            const texts = node => [
                node.textContent,
                ...[node, ...node.querySelectorAll("*")].flatMap(each => [...each.attributes].map(attribute => attribute.value))];
            const mayHave = element => {
                const all = namers(element).flatMap(texts).join(" ").toLowerCase();
                return words.every(word => all.includes(word));
            };
            return [...document.querySelectorAll(selector)].filter(mayHave);
            """;

    private NameCandidates() {}

    static List<WebElement> find(RemoteWebDriver page, Role role, String name) {
        var found = (List<?>) Objects.requireNonNull(page.executeScript(CANDIDATES, role.selector(), name));
        return found.stream().map(WebElement.class::cast).toList();
    }
}
