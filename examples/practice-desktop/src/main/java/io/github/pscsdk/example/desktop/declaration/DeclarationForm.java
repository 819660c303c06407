package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.rules.HoursRule;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import io.github.pscsdk.example.desktop.field.Week;
import io.github.pscsdk.example.desktop.json.DeclarationJson;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one place that knows the library of the declaration. The rules are the receiver's, so that it has nothing to add. */
public final class DeclarationForm {
    private static final String OFFER = "offers[0]";

    private final Eligibility eligibility = Eligibility.current();
    private final DeclarationCheck check = new DeclarationCheck(eligibility);
    private final Professional professional;

    /** The form of that professional. */
    public DeclarationForm(Professional professional) {
        this.professional = Objects.requireNonNull(professional, "professional");
    }

    /** Why the professional may declare nothing, in their language. */
    public Optional<String> refusal(Language language) {
        return eligibility
                .rights(Caller.of(professional))
                .refusal()
                .map(refusal -> language == Language.FRENCH ? refusal.french() : refusal.english());
    }

    /** Applies the rules. */
    public CheckResult check(FieldValues sheet) {
        var week = OpeningHours.edited(Week.read(sheet.get(Field.HOURS)));
        var ofWeek = HoursRule.check(week, OFFER);
        var outcome = outcome(DeclarationJson.write(sheet, week.hours()));
        // Of half a range the document has a text, which says less than the editor knows.
        var days = ofWeek.stream().map(Finding::field).collect(Collectors.toSet());
        var others = outcome.findings().stream().filter(finding -> !days.contains(finding.field()));
        var isRejected = ofWeek.stream().anyMatch(finding -> finding.severity() == Severity.E);
        return new CheckResult(
                outcome.normalised().filter(normal -> !isRejected).map(DeclarationDocument::canonical),
                sorted(Stream.concat(others, ofWeek.stream()).map(DeclarationForm::finding)));
    }

    private Outcome outcome(String document) {
        try {
            return check.check(
                    DeclarationDocument.read(document.getBytes(StandardCharsets.UTF_8)), Caller.of(professional));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the document is not of the library's shape", e);
        }
    }

    private static FieldFinding finding(Finding finding) {
        return FieldFinding.at(finding.field(), finding.severity() == Severity.E, finding.fr(), finding.en());
    }

    private static List<FieldFinding> sorted(Stream<FieldFinding> findings) {
        return findings.sorted(Comparator.comparingInt((FieldFinding finding) ->
                                finding.field().map(Field::ordinal).orElse(-1))
                        .thenComparingInt(finding ->
                                finding.day().map(DayOfWeek::getValue).orElse(0)))
                .toList();
    }
}
