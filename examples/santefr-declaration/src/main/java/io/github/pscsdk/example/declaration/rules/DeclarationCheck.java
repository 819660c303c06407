package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.json.DeclarationTree;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Applies every rule to a declaration. A declaration that came out of it comes out unchanged when it is checked again.
 */
public final class DeclarationCheck {
    private static final List<String> POSITION = List.of("place.latitude", "place.longitude", "place.precision");
    private static final Set<String> HIDDEN_VALUES = Set.of("t", "f");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FRENCH = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final DateTimeFormatter FRENCH_DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** V-DATE: ISO dates; the layout of January 2021 is read too. */
    static final FieldRule DATE =
            FieldRule.listed(text -> date(text).map(LocalDate::toString), Remark.DATE_STORED, Remark.DATE_FORMAT);

    private final OfferRules offerRules;
    private final Clock clock;

    /** By that table of the right to declare. */
    public DeclarationCheck(Eligibility eligibility) {
        this(eligibility, Clock.systemDefaultZone());
    }

    /** By that table, on the day of the clock. */
    public DeclarationCheck(Eligibility eligibility, Clock clock) {
        this.offerRules = new OfferRules(eligibility);
        this.clock = clock;
    }

    public Outcome check(Declaration raw, Caller caller) {
        var findings = new Findings(LocalDate.now(clock));
        var declarant = declarant(raw.professional(), caller, findings);
        var place = PlaceRules.check(raw.place(), raw.source(), findings);
        offerRules.checkRight(raw, caller, findings);
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < raw.offers().size(); i++) {
            offers.add(offerRules.check(raw.offers().get(i), "offers[" + i + "]", findings));
        }
        var opensOn = DATE.check(raw.opensOn(), "opensOn", findings);
        var closesOn = DATE.check(raw.closesOn(), "closesOn", findings);
        checkOrder(opensOn, closesOn, "closesOn", findings);
        var normalised = new Declaration(
                declarant,
                place,
                offers,
                opensOn,
                closesOn,
                hidden(raw.hidden(), findings),
                raw.source().map(DeclarationCheck::source));
        return new Outcome(normalised, findings.all());
    }

    /**
     * With a place as a directory tells it, but for what the rules refuse: nobody typed it, so nobody has to correct
     * it.
     */
    public Declaration prefilled(Declaration told) {
        var findings = new Findings(LocalDate.now(clock));
        PlaceRules.check(told.place(), told.source(), findings);
        var tree = DeclarationTree.of(told);
        findings.all().stream()
                .filter(Finding::isError)
                .map(Finding::field)
                .flatMap(field -> field.equals("place.latitude") ? POSITION.stream() : Stream.of(field))
                .forEach(field -> tree.put(field, List.of(), false));
        return tree.declaration();
    }

    private static Declarant declarant(Declarant raw, Caller caller, Findings findings) {
        var nationalId = IdentifierRules.nationalId(raw.nationalId(), caller, "professional.nationalId", findings);
        var rpps = IdentifierRules.rpps(nationalId).check(raw.rpps(), "professional.rpps", findings);
        var email = TextRule.EMAIL_ADDRESS.check(raw.email(), "professional.email", findings);
        return new Declarant(nationalId, rpps, email);
    }

    /** A value that cannot be read hides the place: centres in prisons, for instance, must not be shown. */
    private static Optional<String> hidden(Optional<String> raw, Findings findings) {
        return Blanks.given(raw).map(given -> {
            if (HIDDEN_VALUES.contains(given)) {
                return given;
            }
            findings.add(Remark.TXT_HIDDEN, "hidden");
            return "t";
        });
    }

    /** V-DATE: the offer may not close before it opens. A date that cannot be read has its remark already. */
    static void checkOrder(Optional<String> opens, Optional<String> closes, String field, Findings findings) {
        var opening = opens.flatMap(DeclarationCheck::date);
        var closing = closes.flatMap(DeclarationCheck::date);
        if (opening.isPresent() && closing.isPresent() && closing.get().isBefore(opening.get())) {
            findings.add(Remark.DATE_CLOSES_FIRST, field);
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            if (ISO.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            if (FRENCH.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text, FRENCH_DATE));
            }
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Source source(Source raw) {
        return new Source(Blanks.given(raw.system()), Blanks.given(raw.id()));
    }

    /**
     * The verdict of the rules on a declaration.
     *
     * @param kept the declaration in canonical spelling, with what is wrong as it was written
     */
    public record Outcome(Declaration kept, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }

        /** The declaration in canonical spelling; empty if it is rejected. */
        public Optional<Declaration> normalised() {
            return findings.stream().anyMatch(Finding::isError) ? Optional.empty() : Optional.of(kept);
        }
    }
}
