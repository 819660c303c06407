package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import io.github.pscsdk.example.desktop.field.Week;
import io.github.pscsdk.example.desktop.json.DeclarationJson;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The one place that knows the library of the declaration. The rules are the receiver's, so that it has nothing to add. */
public final class DeclarationForm {
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

    /** What the directory knows of a place, without what the rules refuse: nobody typed it, so nobody has to correct it. */
    public FieldValues prefilled(PracticePlace place) {
        var told = new EnumMap<Field, String>(Field.class);
        told.putAll(place.sheet().values());
        check(place.sheet()).findings().stream()
                .filter(FieldFinding::rejecting)
                .flatMap(finding -> finding.field().stream())
                .forEach(told::remove);
        return new FieldValues(told);
    }

    /** Applies the rules. */
    public CheckResult check(FieldValues sheet) {
        var week = OpeningHours.edited(Week.read(sheet.get(Field.HOURS)));
        var outcome = outcome(DeclarationJson.write(sheet, week.hours()));
        return new CheckResult(
                outcome.normalised().map(DeclarationDocument::canonical),
                sorted(outcome.findings().stream().map(DeclarationForm::finding)));
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
        return FieldFinding.at(finding.field(), finding.isError(), finding.fr(), finding.en(), finding.suggestion());
    }

    private static List<FieldFinding> sorted(Stream<FieldFinding> findings) {
        return findings.sorted(Comparator.comparingInt((FieldFinding finding) ->
                                finding.field().map(Field::ordinal).orElse(-1))
                        .thenComparingInt(finding ->
                                finding.day().map(DayOfWeek::getValue).orElse(0)))
                .toList();
    }
}
