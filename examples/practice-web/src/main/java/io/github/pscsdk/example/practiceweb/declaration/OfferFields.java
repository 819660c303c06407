package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.OfferAction;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of the form: those of one offer at one place, but for what the public never sees; and the rules on them,
 * which hold for the place of work that was chosen.
 */
public final class OfferFields {
    /** The steps of the description, which are the parts of one page here, in its order. */
    static final List<FormStep> PARTS = List.of(FormStep.OFFER, FormStep.HOURS, FormStep.CONTACT, FormStep.PLACE);

    /** All of them, in the order of the page. */
    private static final List<FormField> ALL = Stream.concat(
                    Stream.of(DeclarationForm.KIND),
                    PARTS.stream().flatMap(part -> DeclarationForm.ofOneOffer(part).stream()))
            .filter(field -> !field.is(Mark.PRIVATE))
            .toList();

    /** Without the person who declares, whom the login names. */
    private static final Declaration BLANK = ofText("{\"offers\":[{}]}");

    private static final Eligibility ELIGIBILITY = Eligibility.current();
    private static final DeclarationCheck RULES = new DeclarationCheck(ELIGIBILITY);

    private OfferFields() {}

    /** The fields of offers of these kinds. */
    public static List<FormField> of(Collection<OfferKind> kinds) {
        return ALL.stream()
                .filter(field -> field.only().map(kinds::contains).orElse(true))
                .toList();
    }

    /** The right of the professional to declare at that place of work. */
    public static Eligibility.Rights rights(PlaceOfWork place, Professional professional) {
        return ELIGIBILITY.rights(place.caller(professional));
    }

    /** Applies the rules: not to the fields of the other kind, which a page shows until one is chosen. */
    public static Outcome check(Declaration typed, PlaceOfWork place, Professional professional) {
        var kinds = typed.offers().get(0).kind().flatMap(OfferKind::of).stream().toList();
        return RULES.check(only(of(kinds), typed), place.caller(professional));
    }

    /**
     * Reads what a browser sent, by the names of its parameters; a button of the week that was pressed has done its
     * work.
     */
    public static Declaration read(Function<String, List<String>> sent) {
        var typed = FieldValues.sent(ALL, sent).in(BLANK, ALL);
        return sent.apply("action").stream()
                .flatMap(action -> OfferAction.of(action).stream())
                .findFirst()
                .map(pressed -> pressed.in(typed))
                .filter(after -> !after.offers().isEmpty())
                .orElse(typed);
    }

    /** The values of the fields, by their names. */
    public static Map<String, List<String>> values(Declaration declaration) {
        return FieldValues.of(declaration, ALL).values();
    }

    /** A place of work as the directory tells it. */
    public static Declaration told(PlaceOfWork place, Professional professional) {
        var values = new LinkedHashMap<String, List<String>>();
        place.workplace().ifPresent(workplace -> {
            values.putAll(values(DirectoryPlaces.declaration(professional, workplace)));
            workplace.contact().telephone().ifPresent(phone -> values.put("offers[0].phone", List.of(phone)));
        });
        return new FieldValues(values).in(BLANK, ALL);
    }

    /** The same but for what the rules refuse: nobody typed it, so nobody has to correct it. */
    public static Declaration prefilled(PlaceOfWork place, Professional professional) {
        var told = told(place, professional);
        var errors = check(told, place, professional).findings().stream()
                .filter(Finding::isError)
                .toList();
        var right = ALL.stream()
                .filter(field -> errors.stream().noneMatch(error -> field.isAt(error.field())))
                .toList();
        return only(right, told);
    }

    /** The same with nothing in all other fields. */
    private static Declaration only(Collection<FormField> fields, Declaration typed) {
        return FieldValues.of(typed, fields).in(BLANK, fields);
    }

    /** The answers, in the order of the page. */
    public static List<HtmlControl> answers(Declaration declaration, Language language) {
        return HtmlControl.filled(declaration, ALL, language);
    }

    /** The declaration of a text that was kept, {@link DeclarationDocument#canonical}. */
    public static Declaration ofText(String text) {
        try {
            return DeclarationDocument.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("what was kept is a declaration", e);
        }
    }
}
