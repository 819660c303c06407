package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.Professional;
import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.declaration.json.DeclarationReader;
import io.github.pscsdk.example.declaration.json.DeclarationWriter;
import io.github.pscsdk.example.declaration.json.EligibilityReader;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Severity;
import io.github.pscsdk.example.desktop.json.DeclarationJson;
import io.github.pscsdk.example.desktop.sheet.Field;
import io.github.pscsdk.example.desktop.sheet.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The one place that knows the library of the declaration. The rules are the receiver's, so that it has nothing to add. */
public final class DeclarationForm {
    private static final FieldFinding HOURS_UNREADABLE = new FieldFinding(
            Optional.of(Field.HOURS),
            true,
            "Écrivez une ligne par jour ouvert, par exemple « Lundi : 8h30-12h et 14h-19h ».",
            "Write a line for each open day, in French, such as \"Lundi : 8h30-12h et 14h-19h\".");

    private final Eligibility eligibility = EligibilityReader.current();
    private final DeclarationCheck check = new DeclarationCheck(eligibility);
    private final Professional professional;

    /** The form of that professional. */
    public DeclarationForm(Professional professional) {
        this.professional = Objects.requireNonNull(professional, "professional");
    }

    /** Why the professional may declare nothing, in their language. */
    public Optional<String> refusal(Locale locale) {
        return eligibility
                .rights(Caller.of(professional))
                .refusal()
                .map(refusal -> Locale.FRENCH.equals(locale) ? refusal.french() : refusal.english());
    }

    /** Applies the rules. */
    public Checked check(Sheet sheet) {
        var week = WeekHours.read(sheet.get(Field.HOURS));
        if (week.isEmpty() && !sheet.get(Field.HOURS).isEmpty()) {
            var others = check(sheet.with(Field.HOURS, ""));
            return new Checked(Optional.empty(), sorted(others.findings(), HOURS_UNREADABLE));
        }
        var document = DeclarationJson.write(
                professional.nationalId(),
                sheet,
                week.map(DeclarationForm::days).orElse(Map.of()));
        try {
            var outcome = check.check(
                    DeclarationReader.read(document.getBytes(StandardCharsets.UTF_8)), Caller.of(professional));
            return new Checked(
                    outcome.normalised().map(DeclarationWriter::canonical),
                    sorted(outcome.findings().stream()
                            .map(DeclarationForm::finding)
                            .toList()));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the document is not of the library's shape", e);
        }
    }

    private static Map<DayOfWeek, String> days(WeekHours week) {
        var days = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.days().forEach((day, open) -> days.put(day, open.canonical()));
        return days;
    }

    private static FieldFinding finding(Finding finding) {
        return new FieldFinding(
                Field.at(finding.field()), finding.severity() == Severity.E, finding.fr(), finding.en());
    }

    private static List<FieldFinding> sorted(List<FieldFinding> findings, FieldFinding... more) {
        var all = new ArrayList<>(findings);
        all.addAll(List.of(more));
        all.sort(Comparator.comparingInt(
                finding -> finding.field().map(Field::ordinal).orElse(-1)));
        return all;
    }
}
