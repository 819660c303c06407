package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies every rule to a declaration. A declaration that came out of it comes out unchanged when it is checked again.
 */
public final class DeclarationCheck {
    /** The fields and the names of their rules, by the first part of their paths. */
    private static final Map<String, List<List<String>>> FIELDS =
            ClassPathResource.table(DeclarationCheck.class, "fields.csv").stream()
                    .collect(Collectors.groupingBy(cells -> cells.get(0).replaceFirst("\\..*|^[^.]*$", "")));

    private static final KnownValues MODES = KnownValues.of("appointment");
    /** V-TXT: a value that cannot be read hides the place: centres in prisons, for instance, must not be shown. */
    private static final FieldRule HIDDEN = FieldRule.of(FieldRule.corrected(
            "V-TXT.hidden",
            text -> Optional.of("t").filter(hidden -> !Set.of("t", "f").contains(text))));

    private static final int LENGTH_OF_A_DATE = 10;
    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][dd/MM/uuuu]").withResolverStyle(ResolverStyle.STRICT);

    /** V-DATE: ISO dates; the layout of January 2021 is read too. */
    static final FieldRule DATE =
            FieldRule.listed(text -> date(text).map(LocalDate::toString), "V-DATE.stored", "V-DATE.format");

    private final Eligibility eligibility;

    /** By that table of the right to declare. */
    public DeclarationCheck(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    public Eligibility eligibility() {
        return eligibility;
    }

    public Outcome check(Declaration raw, Caller caller) {
        var findings = new Findings();
        var values = DeclarationDocument.of(raw);
        checkFields("professional", "professional", values, caller, findings);
        checkPlace(values, caller, findings);
        checkRight(raw, caller, findings);
        for (var i = 0; i < raw.offers().size(); i++) {
            var offer = "offers[" + i + "]";
            checkFields("offers", offer, values, caller, findings);
            checkHours(raw.offers().get(i), offer, values, findings);
        }
        checkFields("source", "source", values, caller, findings);
        checkFields("", "", values, caller, findings);
        checkOrder(values.text("opensOn"), values.text("closesOn"), "closesOn", findings);
        return new Outcome(values.declaration(), findings.all());
    }

    /**
     * With a place as a directory tells it, but for what the rules refuse: nobody typed it, so nobody has to correct
     * it.
     */
    public Declaration prefilled(Declaration told) {
        var findings = new Findings();
        checkPlace(DeclarationDocument.of(told), new Caller("", List.of()), findings);
        var tree = DeclarationDocument.of(told);
        findings.all().stream()
                .filter(Finding::isError)
                .map(Finding::field)
                .flatMap(field -> PlaceRules.POSITION.contains(field) ? PlaceRules.POSITION.stream() : Stream.of(field))
                .forEach(field -> tree.put(field, Optional.empty()));
        return tree.declaration();
    }

    private static void checkPlace(DeclarationDocument values, Caller caller, Findings findings) {
        checkFields("place", "place", values, caller, findings);
        PlaceRules.checkPosition(values, findings);
    }

    /**
     * V-OFFRE: something is offered, by somebody entitled to. An offer of vaccination needs no product: no published
     * file names any. An offer of testing needs at least one kind of test.
     */
    private void checkRight(Declaration raw, Caller caller, Findings findings) {
        if (raw.offers().isEmpty()) {
            findings.add("V-OFFRE.none", "offers");
        }
        var refusal = eligibility.refusal(caller);
        refusal.ifPresent(remark -> findings.add(remark, "professional"));
        for (var i = 0; i < raw.offers().size(); i++) {
            var field = "offers[" + i + "]";
            var offer = raw.offers().get(i);
            var kind = offer.kind().flatMap(OfferKind::of);
            if (kind.isEmpty()) {
                findings.add("V-OFFRE.kind", field + ".kind");
            } else if (refusal.isEmpty() && !eligibility.permits(caller, kind.get())) {
                findings.add("V-OFFRE.no-" + kind.get().text(), field + ".kind");
            }
            if (offer.isTesting() && offer.tests().stream().map(Blanks::trim).allMatch(String::isEmpty)) {
                findings.add("V-OFFRE.no-test", field + ".tests");
            }
        }
    }

    private static void checkFields(
            String group, String path, DeclarationDocument values, Caller caller, Findings findings) {
        for (var field : FIELDS.get(group)) {
            var rule = rule(field.get(1), path, values, caller);
            values.replace(
                    path + field.get(0).substring(group.length()), (raw, place) -> rule.check(raw, place, findings));
        }
    }

    private static FieldRule rule(String name, String owner, DeclarationDocument values, Caller caller) {
        return switch (name) {
            case "given" -> (raw, field, findings) -> Blanks.given(raw);
            case "text" -> TextRule.TEXT;
            case "needed" -> TextRule.NEEDED;
            case "email" -> TextRule.EMAIL_ADDRESS;
            case "date" -> DATE;
            case "hidden" -> HIDDEN;
            case "national-id" -> IdentifierRules.nationalId(caller);
            case "rpps" -> IdentifierRules.rpps(values.text("professional.nationalId"));
            case "finess" -> IdentifierRules.FINESS;
            case "siren" -> IdentifierRules.SIREN;
            case "siret" -> IdentifierRules.SIRET;
            case "street" -> PlaceRules.STREET;
            case "insee" -> PlaceRules.insee(values.text("source.system"), values.text("source.id"));
            case "postcode" -> PlaceRules.postcode(values.text("place.inseeCode"));
            case "town" -> PlaceRules.town(values.text("place.postcode"));
            case "precision" -> PlaceRules.PRECISION;
            case "phone" -> ContactRules.PHONE;
            case "website" -> ContactRules.WEBSITE;
            case "appointment" -> appointment(hasContact(owner, values));
            case "week" -> HoursRule::checkText;
            case "test" -> KnownValues.TEST;
            case "flag" -> KnownValues.FLAG;
            case "accessibility" -> KnownValues.of(name).rule(false);
            default -> KnownValues.of(name).rule(true);
        };
    }

    /**
     * V-RDV: who must book is told how. A mode outside the list is kept: the published files hold hundreds of phrases.
     */
    private static FieldRule appointment(boolean hasContact) {
        var listed = FieldRule.listed(MODES::canonical, "V-RDV.stored", "V-RDV.unknown");
        return (raw, field, findings) -> {
            var mode = listed.check(raw, field, findings);
            if (!hasContact && mode.equals(Optional.of("required"))) {
                findings.add("V-RDV.no-contact", field);
            }
            return mode;
        };
    }

    private static boolean hasContact(String offer, DeclarationDocument values) {
        return Stream.of(".phone", ".secondPhone", ".website")
                .anyMatch(field -> Blanks.given(values.text(offer + field)).isPresent());
    }

    private static void checkHours(Offer raw, String offer, DeclarationDocument values, Findings findings) {
        var opening = HoursRule.check(raw.hours(), raw.hoursText(), offer, findings);
        for (var day : DayOfWeek.values()) {
            values.put(
                    DeclarationDocument.day(offer, day),
                    Optional.ofNullable(opening.days().get(day)));
        }
        values.put(offer + ".hoursText", opening.text());
    }

    /** V-DATE: the offer may not close before it opens. A date that cannot be read has its remark already. */
    static void checkOrder(Optional<String> opens, Optional<String> closes, String field, Findings findings) {
        var opening = opens.flatMap(DeclarationCheck::date);
        var closing = closes.flatMap(DeclarationCheck::date);
        if (opening.isPresent() && closing.isPresent() && closing.get().isBefore(opening.get())) {
            findings.add("V-DATE.closes-first", field);
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            // A longer one would have a year of five digits, or a sign.
            return text.length() == LENGTH_OF_A_DATE ? Optional.of(LocalDate.parse(text, DATES)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The verdict of the rules on a declaration.
     *
     * @param kept the declaration in canonical spelling, with what is wrong as it was written
     */
    public record Outcome(Declaration kept, List<Finding> findings) {
        /** The declaration in canonical spelling; empty if it is rejected. */
        public Optional<Declaration> normalised() {
            return findings.stream().anyMatch(Finding::isError) ? Optional.empty() : Optional.of(kept);
        }
    }
}
