package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.example.desktop.model.OutboxModel;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.example.desktop.ui.EntryList.Entry;
import io.github.pscsdk.example.desktop.ui.EntryList.Line;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the entries in the lists: items of the outbox, what came of them, and rows of a file. */
record EntryTexts(Texts texts) {
    Entry entry(DeclarationItem item) {
        var lines = new ArrayList<Line>();
        var phase = texts.get("outbox.phase." + KebabCase.of(item.phase()));
        lines.add(new Line(texts.get("outbox.state", request(item.request()), phase, time(item.since())), false));
        reason(item).ifPresent(why -> lines.add(new Line(why, item.phase() == Phase.REJECTED)));
        if (item.phase() == Phase.REJECTED && !item.request().kind().isDeclaration()) {
            // Remarks on a declaration stand in its form.
            item.remarks().forEach(remark -> lines.add(new Line(remark.text(texts.language()), true)));
        }
        return new Entry(title(item.content()), lines);
    }

    Entry entry(HandedOverDeclaration declaration) {
        var lines = new ArrayList<Line>();
        var state = texts.get(
                "handed.state",
                declaration.number(),
                declaration.state().term().in(texts.language()),
                time(declaration.latest().since()));
        var confirmed = declaration.confirmedAt().map(at -> " — " + texts.get("handed.confirmed", time(at)));
        lines.add(new Line(state + confirmed.orElse(""), false));
        if (declaration.asksForConfirmation()) {
            lines.add(new Line(texts.get("handed.asked"), true));
        }
        for (var item : declaration.waiting()) {
            lines.add(new Line(texts.get("handed.waits", request(item.request()), time(item.since())), false));
            reason(item).ifPresent(why -> lines.add(new Line(why, false)));
        }
        return new Entry(title(declaration.latest().content()), lines);
    }

    /** An imported row, with the findings that were not mended by a spelling alone. */
    Entry entry(ImportedRow row) {
        var outcome = row.isRejected() ? "rejected" : row.isToCorrect() ? "to-correct" : "accepted";
        var lines = new ArrayList<Line>();
        lines.add(new Line(texts.get("import." + outcome), false));
        row.findings().stream()
                .filter(finding -> finding.severity() != Severity.N)
                .map(finding -> new Line(finding.text(texts.language()), finding.isError()))
                .forEach(lines::add);
        var title = row.declaration().map(this::title).or(row::key).orElse("");
        return new Entry(texts.get("import.line", row.line(), title), lines);
    }

    /** Where, and what is offered. */
    private String title(Declaration content) {
        var offers = content.offers().stream()
                .map(offer -> texts.get(offer.isTesting() ? "offer.testing" : "offer.vaccination"))
                .collect(Collectors.joining(", "));
        var name = content.place().name().orElse(texts.get("work.place.unnamed"));
        return offers.isEmpty() ? name : name + " — " + offers;
    }

    /** Such as {@code Correction de SF-2026-0000001}. */
    private String request(OutboxRequest request) {
        var number = request.upon().map(Receipt::number).orElse("");
        return texts.get("request." + KebabCase.of(request.kind()), number);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.language().locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Why it waits and until when, or why it was rejected. */
    private Optional<String> reason(DeclarationItem item) {
        var retryAt = item.item().retryAt().map(this::time);
        return item.item()
                .problem()
                .map(this::problem)
                .map(why -> retryAt.map(time -> texts.get("outbox.again", why, time))
                        .orElse(why));
    }

    private String problem(String code) {
        return Stream.<Problem[]>of(LoginProblem.values(), DesktopProblem.values())
                .flatMap(Arrays::stream)
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .map(problem -> code + " — " + title(problem))
                .orElseGet(() -> texts.get("outbox.because.unknown", code));
    }

    private String title(Problem problem) {
        return problem.remedy(texts.language().locale()).title();
    }

    /** The traffic between this workstation and the receiver; blank for none. */
    String sending(OutboxModel model) {
        return model.isBusy()
                ? texts.get("outbox.busy")
                : model.trouble().map(this::title).orElse(" ");
    }
}
