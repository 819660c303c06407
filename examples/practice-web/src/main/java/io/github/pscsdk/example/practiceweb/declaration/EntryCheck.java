package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks what was typed, by the rules that hold for the place of work that was chosen. */
@Component
public final class EntryCheck {
    private final Eligibility eligibility;
    private final DeclarationCheck check;
    private final MessageSource texts;

    EntryCheck(Eligibility eligibility, DeclarationCheck check, MessageSource texts) {
        this.eligibility = eligibility;
        this.check = check;
        this.texts = texts;
    }

    /** What the professional may declare at that place of work. */
    public RightsAtPlace rights(PlaceOfWork place, Professional professional, Locale language) {
        var rights = eligibility.rights(place.caller(professional));
        return new RightsAtPlace(
                rights.kinds(),
                rights.refusal().map(refusal -> isFrench(language) ? refusal.french() : refusal.english()));
    }

    /** What the directory says of the place, without what the rules refuse: nobody typed it, so nobody has to correct it. */
    public FormEntries prefilled(PlaceOfWork place, Professional professional) {
        var told = Prefilled.from(place);
        return told.without(check(told, place, professional, Locale.FRENCH).blocking());
    }

    /** What the rules make of the entries, told in that language. */
    public Checked check(FormEntries entries, PlaceOfWork place, Professional professional, Locale language) {
        var hours = HoursText.read(entries.one(Field.HOURS).orElse(""));
        var raw = DeclarationText.of(entries, hours.orElse(Map.of()));
        var outcome = check.check(raw, place.caller(professional));
        var unread = hours.isPresent()
                ? Optional.<String>empty()
                : Optional.of(texts.getMessage("hours.unread", null, language));
        return checked(outcome.normalised(), outcome.findings(), language, unread);
    }

    /** What the receiver found wrong with a declaration that was accepted here, told in that language. */
    public Checked told(List<Finding> findings, Locale language) {
        return checked(Optional.empty(), findings, language, Optional.empty());
    }

    private static Checked checked(
            Optional<Declaration> normalised, List<Finding> findings, Locale language, Optional<String> unreadHours) {
        var notes = new EnumMap<Field, List<Note>>(Field.class);
        var others = new ArrayList<Note>();
        for (var finding : findings) {
            // What was merely written in another spelling is seen in the preview.
            if (finding.severity() != Severity.N) {
                Field.of(finding.field())
                        .map(field -> notes.computeIfAbsent(field, none -> new ArrayList<>()))
                        .orElse(others)
                        .add(note(finding, language));
            }
        }
        unreadHours.ifPresent(text ->
                notes.computeIfAbsent(Field.HOURS, none -> new ArrayList<>()).add(new Note(text, true)));
        var accepted = normalised.filter(declaration -> unreadHours.isEmpty());
        return new Checked(accepted, notes, others);
    }

    private static Note note(Finding finding, Locale language) {
        var text = isFrench(language) ? finding.fr() : finding.en();
        return new Note(day(finding, language) + text, finding.severity() == Severity.E);
    }

    private static boolean isFrench(Locale language) {
        return Language.of(language) == Language.FRENCH;
    }

    /** The hours are one field here, so a remark on one day names it. */
    private static String day(Finding finding, Locale language) {
        return DeclarationText.day(finding.field())
                .map(day -> day.getDisplayName(TextStyle.FULL, language) + ", ")
                .orElse("");
    }
}
