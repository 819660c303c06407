package io.github.pscsdk.testkit.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Scripts that run in a page. */
final class PageScripts {
    private static final String HINDRANCES = resource("inspection.js");
    private static final String AXE_CORE = resource("/axe.min.js");

    /** Of the rules of axe-core those count whose breach is serious or critical. */
    private static final String RUN_AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(
                result => done(result.violations
                    .filter(violation => ["serious", "critical"].includes(violation.impact))
                    .map(violation => `${violation.impact} ${violation.id}: ${violation.help}, at `
                        + violation.nodes.map(node => node.target.join(" ")).join("; "))),
                failure => done([`axe failed: ${failure}`]))
            """;

    /** Each word of a name stands in a text or an attribute of the element, of its labels or of what names it. */
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

    private static final String SEND = """
            const form = [...document.forms].find(one => one.getAttribute("action") === arguments[0]);
            for (const [name, value] of Object.entries(arguments[1])) {
                [...form.elements].filter(field => field.name === name).forEach(field => field.disabled = true);
                const hidden = document.createElement("input");
                Object.assign(hidden, {type: "hidden", name, value});
                form.append(hidden);
            }
            window.isBeingLeft = true;
            HTMLFormElement.prototype.submit.call(form);
            """;

    private static final String IS_ANSWERED = "return !window.isBeingLeft && document.readyState === 'complete'";

    private PageScripts() {}

    /** Obstacles for readers, by the script beside this class, which lists what it looks for. */
    static List<String> hindrances(RemoteWebDriver page) {
        return strings(page.executeScript(HINDRANCES));
    }

    static List<String> seriousViolations(RemoteWebDriver page) {
        page.executeScript(AXE_CORE);
        return strings(page.executeAsyncScript(RUN_AXE));
    }

    /** The elements that may have a name, in one call; on a long page a browser takes a second to tell each name. */
    static List<WebElement> candidates(RemoteWebDriver page, Role role, String name) {
        var found = (List<?>) Objects.requireNonNull(page.executeScript(CANDIDATES, role.selector(), name));
        return found.stream().map(WebElement.class::cast).toList();
    }

    /** Sends a form with values that nobody could type into it. */
    static void send(RemoteWebDriver page, String action, Map<String, String> values) {
        page.executeScript(SEND, action, values);
    }

    static boolean isAnswered(RemoteWebDriver page) {
        return Boolean.TRUE.equals(page.executeScript(IS_ANSWERED));
    }

    private static List<String> strings(Object found) {
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Object::toString).toList();
    }

    private static String resource(String name) {
        try (var stream = PageScripts.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
