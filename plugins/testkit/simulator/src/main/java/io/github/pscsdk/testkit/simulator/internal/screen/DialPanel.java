package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.model.Dial;
import io.github.pscsdk.testkit.simulator.internal.model.Dials;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;

/** The part of the cockpit with every dial. Dials for faults of endpoints have their own list. */
record DialPanel(Dials dials) {
    static final String PATH = "/cockpit/dials";

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

    Optional<String> value(Dial<?> dial) {
        return dials.value(dial).map(Object::toString);
    }

    boolean showsFaults(PageRequest request) {
        return Dial.all().stream()
                .filter(Dial::isFault)
                .anyMatch(dial ->
                        value(dial).isPresent() || refused(request, dial).isPresent());
    }

    /** The text that was refused as a value of that dial. */
    static Optional<String> refused(PageRequest request, Dial<?> dial) {
        return request.parameter("refused")
                .filter(text -> request.parameter("dial").equals(Optional.of(dial.name())));
    }

    /** A dial, one of its values or its hint in words. */
    static String text(PageRequest request, String key, String otherwise) {
        return request.texts().find("dial." + key).orElse(otherwise);
    }
}
