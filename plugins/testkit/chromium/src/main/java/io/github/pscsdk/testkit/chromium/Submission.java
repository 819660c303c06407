package io.github.pscsdk.testkit.chromium;

import java.util.Map;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Sends a form of a page with values that nobody could type into it. */
final class Submission {
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

    private Submission() {}

    static void send(RemoteWebDriver page, String action, Map<String, String> values) {
        page.executeScript(SEND, action, values);
    }

    static boolean isAnswered(RemoteWebDriver page) {
        return Boolean.TRUE.equals(page.executeScript(IS_ANSWERED));
    }
}
