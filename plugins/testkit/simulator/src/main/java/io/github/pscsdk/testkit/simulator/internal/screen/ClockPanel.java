package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the cockpit with the simulator's time, and the buttons that move the clock if it can be moved. */
record ClockPanel(Clock clock) {
    static final String PATH = "/cockpit/clock";
    /** The steps of the buttons: one minute, and the times after which a token, an idle session and a session end. */
    static final List<String> STEPS = List.of("PT1M", "PT5M", "PT30M", "PT4H");

    Reply now(PageRequest request) {
        return PageRequest.state(time(request.texts()));
    }

    String time(Texts texts) {
        return DateTimeFormatter.ofPattern(
                        texts.get("clock.pattern"), texts.language().locale())
                .format(clock.instant().atZone(ZoneId.systemDefault()));
    }

    boolean isVirtual() {
        return clock instanceof VirtualClock;
    }

    Reply answer(PageRequest request) {
        return request.see("/cockpit" + (request.isForm() ? advance(request) : "") + "#clock");
    }

    private String advance(PageRequest request) {
        var step = request.parameter("by").map(String::strip).orElse("");
        return clock instanceof VirtualClock virtual && advance(virtual, step)
                ? "?done=clock"
                : FormParameters.query(Map.of("problem", "step", "step", step));
    }

    private static boolean advance(VirtualClock virtual, String step) {
        try {
            virtual.advance(Duration.parse(step));
            return true;
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /** The text that was refused as a step. */
    static Optional<String> refused(PageRequest request) {
        return request.parameter("problem")
                .filter("step"::equals)
                .map(problem -> request.parameter("step").orElse(""));
    }
}
