package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.internal.page.Attribute;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/**
 * One dial as a form: a list of its values, or a field for text.
 *
 * @param dial the dial
 * @param value its value
 * @param refused the invalid text of the last attempt
 */
record DialField(Dial<?> dial, Optional<String> value, Optional<String> refused) {
    static final String PATH = "/cockpit/dials";

    /** Whether it is a fault of an endpoint. There are many of these, and they share one hint. */
    boolean isFault() {
        return dial.name().startsWith("fault-");
    }

    Html markup(PageRequest request) {
        var control = dial.choices().isEmpty() ? text(request) : list(request);
        return request.form(
                PATH,
                "dial",
                Map.of(
                        "dial", dial.name(),
                        "label", label(request.texts(), dial.name()),
                        "setting", dial.name() + value.map(text -> "=" + text).orElse(""),
                        "turned", Attribute.TURNED.when(value.isPresent()),
                        "control", control,
                        "problem", request.problem(refused.map(text -> "dial.problem")),
                        "reset", value.isPresent() ? reset(request) : Html.NOTHING));
    }

    private Html reset(PageRequest request) {
        return request.part("dial-reset", Map.of("label", label(request.texts(), dial.name())));
    }

    private Html list(PageRequest request) {
        var options = dial.choices().stream().map(choice -> option(request, choice));
        return request.part("dial-list", Map.of("dial", dial.name(), "options", Html.join(options)));
    }

    private Html option(PageRequest request, String choice) {
        return request.part(
                "dial-option",
                Map.of(
                        "value", choice,
                        "text", choice(request.texts(), dial.name(), choice),
                        "selected", Attribute.SELECTED.when(value.equals(Optional.of(choice)))));
    }

    private Html text(PageRequest request) {
        return request.part(
                isFault() ? "dial-fault" : "dial-text",
                Map.of(
                        "dial", dial.name(),
                        "value", refused.or(() -> value).orElse(""),
                        "hint", hint(request.texts()),
                        "invalid", Attribute.INVALID.when(refused.isPresent()),
                        "focused", Attribute.FOCUSED.when(refused.isPresent())));
    }

    private String hint(Texts texts) {
        return texts.find("dial." + dial.name() + ".hint").orElse("");
    }

    /** The label of a dial; its name if there is no text for it. */
    static String label(Texts texts, String dial) {
        return texts.find("dial." + dial).orElse(dial);
    }

    /** A value in words; its name if there is no text for it. */
    static String choice(Texts texts, String dial, String value) {
        return texts.find("dial." + dial + "." + value).orElse(value);
    }
}
