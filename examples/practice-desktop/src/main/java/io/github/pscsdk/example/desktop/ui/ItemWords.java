package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.json.SheetJson;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.problem.Problems;
import io.github.pscsdk.example.desktop.sheet.Field;
import io.github.pscsdk.example.desktop.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/**
 * An entry of the outbox in words.
 *
 * @param texts in the person's language
 * @param zone of the workstation
 */
record ItemWords(Texts texts, ZoneId zone) {
    /** What is offered, and where. */
    String title(Item item) {
        var sheet = SheetJson.read(item.draft());
        var kind = sheet.get(Field.KIND);
        var words = kind.isEmpty() ? texts.get("choice.unset") : texts.get(Words.key(Field.KIND, kind));
        return item.title() + " — " + words;
    }

    /** How far it is, and since when. */
    String state(Item item) {
        var phase = switch (item.phase()) {
            case DRAFT -> texts.get("outbox.phase.draft");
            case WAITING -> texts.get("outbox.phase.waiting");
            case REJECTED -> texts.get("outbox.phase.rejected");
            case RECEIVED -> texts.get("outbox.phase.received", item.receipt().orElse("?"));
        };
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);
        return phase + ", " + texts.get("outbox.since", time.format(item.since()));
    }

    /** What it waits for, or why it was rejected. */
    Optional<String> reason(Item item) {
        return item.problem()
                .map(code -> Problems.ofCode(code)
                        .map(this::title)
                        .orElseGet(() -> texts.get("outbox.because.unknown", code)));
    }

    private String title(Problem problem) {
        return problem.code() + " — " + problem.remedy(texts.locale()).title();
    }
}
