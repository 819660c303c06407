package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.page.Attribute;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the cockpit with every dial. Dials for faults of endpoints have their own list. */
record DialPanel(Dials dials) {
    private static final String PATH = "/cockpit/dials";

    Reply answer(PageRequest request) {
        return request.see("/cockpit" + (request.isForm() ? turn(request) : ""));
    }

    private String turn(PageRequest request) {
        if (request.parameter("reset-all").isPresent()) {
            dials.reset();
            return "?done=dials#dials";
        }
        var dial = request.parameter("dial").flatMap(Dial::named);
        return dial.map(known -> turn(request, known)).orElse("");
    }

    /** Sets a dial. An empty value resets it, as the button does. */
    private String turn(PageRequest request, Dial<?> dial) {
        var value = request.parameter("value").map(String::strip).filter(text -> !text.isEmpty());
        var here = "#dial-" + dial.name();
        if (value.isEmpty() || request.parameter("reset").isPresent()) {
            dials.reset(dial);
            return "?done=dial" + here;
        }
        try {
            dials.turn(dial, value.get());
            return "?done=dial" + here;
        } catch (IllegalArgumentException e) {
            return FormParameters.query(Map.of("dial", dial.name(), "refused", value.get())) + here;
        }
    }

    Html markup(PageRequest request) {
        var fields = Dial.all().stream().map(dial -> field(request, dial)).toList();
        return request.form(
                PATH,
                "dials",
                Map.of(
                        "turned", dials.turned().size(),
                        "dials", join(request, fields.stream().filter(field -> !field.isFault())),
                        "open", Attribute.OPEN.when(fields.stream().anyMatch(DialPanel::isConspicuous)),
                        "faults", join(request, fields.stream().filter(Field::isFault))));
    }

    private static boolean isConspicuous(Field field) {
        return field.isFault() && (field.value().isPresent() || field.refused().isPresent());
    }

    private static Html join(PageRequest request, Stream<Field> fields) {
        return Html.join(fields.map(field -> field.markup(request)));
    }

    private Field field(PageRequest request, Dial<?> dial) {
        return new Field(dial, dials.value(dial).map(Object::toString), refused(request, dial));
    }

    private static Optional<String> refused(PageRequest request, Dial<?> dial) {
        var asked = request.parameter("dial").equals(Optional.of(dial.name()));
        return asked ? request.parameter("refused") : Optional.empty();
    }

    /** The label of a dial; its name if there is no text for it. */
    static String label(Texts texts, String dial) {
        return texts.find("dial." + dial).orElse(dial);
    }

    /** A value in words; its name if there is no text for it. */
    static String choice(Texts texts, String dial, String value) {
        return texts.find("dial." + dial + "." + value).orElse(value);
    }

    /** One dial as a form, with its value and the invalid text of the last attempt. */
    private record Field(Dial<?> dial, Optional<String> value, Optional<String> refused) {
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
                            "setting",
                                    dial.name() + value.map(text -> "=" + text).orElse(""),
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
    }
}
