package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.Dial;
import io.github.pscsdk.testkit.simulator.Dials;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.Attribute;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the cockpit with every dial. Dials for faults of endpoints have their own list. */
final class DialPanel implements PageHandler {
    private final Dials dials;

    DialPanel(Dials dials) {
        this.dials = dials;
    }

    @Override
    public Reply answer(PageRequest request) {
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
            dials.turnToText(dial, value.get());
            return "?done=dial" + here;
        } catch (IllegalArgumentException e) {
            return request.query(Map.of("dial", dial.name(), "refused", value.get())) + here;
        }
    }

    Html markup(PageRequest request) {
        var fields = Dial.all().stream().map(dial -> field(request, dial)).toList();
        return request.form(
                DialField.PATH,
                "dials",
                Map.of(
                        "turned", dials.turned().size(),
                        "dials", join(request, fields.stream().filter(field -> !field.isFault())),
                        "open", Attribute.OPEN.when(fields.stream().anyMatch(DialPanel::isConspicuous)),
                        "faults", join(request, fields.stream().filter(DialField::isFault))));
    }

    private static boolean isConspicuous(DialField field) {
        return field.isFault() && (field.value().isPresent() || field.refused().isPresent());
    }

    private static Html join(PageRequest request, Stream<DialField> fields) {
        return Html.join(fields.map(field -> field.markup(request)));
    }

    private DialField field(PageRequest request, Dial<?> dial) {
        return new DialField(dial, dials.value(dial).map(Object::toString), refused(request, dial));
    }

    private static Optional<String> refused(PageRequest request, Dial<?> dial) {
        var asked = request.parameter("dial").equals(Optional.of(dial.name()));
        return asked ? request.parameter("refused") : Optional.empty();
    }
}
