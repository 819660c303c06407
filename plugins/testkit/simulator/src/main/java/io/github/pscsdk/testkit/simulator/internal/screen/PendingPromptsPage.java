package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.persona.model.Persona;
import io.github.pscsdk.testkit.simulator.internal.device.Prompt;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.page.PageFrame;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that lists pending prompts: what the phone and CPS-Gestion have in common. */
final class PendingPromptsPage {
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The results that are shown at the field, because the request still waits. */
    private static final Set<String> AT_THE_FIELD = Set.of("wrong-code", "not-a-code");

    private PendingPromptsPage() {}

    /** A text that changes when the list of pending prompts changes. */
    static String state(List<Prompt> pending) {
        return pending.stream().map(Prompt::id).collect(Collectors.joining(",", "[", "]"));
    }

    /** The page of one device; {@code name} is the prefix of its texts. */
    static Reply page(PageRequest request, String name, String template, List<Prompt> pending, Object view) {
        var count = request.text("waiting.count") + " " + pending.size();
        var said = outcome(request).map(known -> request.text(text(known)));
        var frame = PageFrame.titled(name + ".title").saying(said.orElse(count));
        // Without a script, a page that looks again by itself would wipe out what is being typed.
        return request.page(200, pending.isEmpty() ? frame.reloadedAfter(RELOAD) : frame, template, view);
    }

    /** The result of the last form, unless it is shown at the field. */
    static Optional<String> settled(PageRequest request) {
        return outcome(request).filter(known -> !AT_THE_FIELD.contains(known));
    }

    /** The key of the text of a result that belongs to the field of that prompt. */
    static Optional<String> problem(PageRequest request, Prompt prompt) {
        return outcome(request)
                .filter(outcome -> request.parameter("prompt").equals(Optional.of(prompt.id())))
                .map(PendingPromptsPage::text);
    }

    private static Optional<String> outcome(PageRequest request) {
        return request.parameter("outcome")
                .filter(outcome -> request.texts().find(text(outcome)).isPresent());
    }

    private static String text(String outcome) {
        return "outcome." + outcome;
    }

    static String name(Persona persona) {
        return String.join(" ", persona.givenNames()) + " " + persona.familyName();
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
