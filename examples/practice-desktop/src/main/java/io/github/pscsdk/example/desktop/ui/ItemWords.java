package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.example.desktop.json.DraftJson;
import io.github.pscsdk.example.desktop.problem.Problems;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the outbox in words.
 *
 * @param texts in the person's language
 * @param zone of the workstation
 */
record ItemWords(Texts texts, ZoneId zone) {
    Entry entry(DeclarationItem item) {
        var lines = new ArrayList<Entry.Line>();
        lines.add(new Entry.Line(state(item), false));
        reason(item).ifPresent(why -> lines.add(new Entry.Line(why, item.phase() == Phase.REJECTED)));
        if (item.phase() == Phase.REJECTED && !item.request().kind().isDeclaration()) {
            // Those on a declaration stand in its form.
            item.remarks().forEach(remark -> lines.add(new Entry.Line(remark.in(texts.language()), true)));
        }
        return new Entry(item.id(), title(item), lines);
    }

    /** What is offered, and where. */
    String title(DeclarationItem item) {
        var kind = DraftJson.read(item.draft()).get(Field.KIND);
        var words = kind.isEmpty() ? texts.get("choice.unset") : texts.get(ValueTextKeys.key(Field.KIND, kind));
        return item.title() + " — " + words;
    }

    /** What it is, how far, and since when. */
    private String state(DeclarationItem item) {
        var phase = texts.get("outbox.phase." + item.phase().name().toLowerCase(Locale.ROOT));
        return texts.get("outbox.state", request(item.request()), phase, time(item.since()));
    }

    /** Such as {@code Correction de SF-2026-0000001}. */
    String request(OutboxRequest request) {
        var key = "request." + request.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get(key, request.upon().map(Receipt::number).orElse(""));
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .withZone(zone)
                .format(instant);
    }

    /** What it waits for and until when, or why it was rejected. */
    Optional<String> reason(DeclarationItem item) {
        var kept = item.item();
        var why = kept.problem()
                .map(code -> Problems.ofCode(code)
                        .map(this::title)
                        .orElseGet(() -> texts.get("outbox.because.unknown", code)));
        return kept.retryAt().isPresent()
                ? why.map(words ->
                        texts.get("outbox.again", words, time(kept.retryAt().get())))
                : why;
    }

    private String title(Problem problem) {
        return problem.code() + " — "
                + problem.remedy(texts.language().locale()).title();
    }
}
