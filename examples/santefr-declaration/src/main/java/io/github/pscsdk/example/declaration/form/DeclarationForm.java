package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of the form, from {@code form.csv} beside this class, and what one press does to several of them. */
public final class DeclarationForm {
    /** The kind of the one offer: chosen before its other fields are known, so it stands in no step. */
    public static final FormField KIND =
            new FormField("offers[0].kind", FormStep.OFFER, Input.ONE, "kind", Set.of(), Optional.empty());

    private static final List<FormField> DESCRIPTION =
            ClassPathResource.table(DeclarationForm.class, "form.csv").stream()
                    .map(DeclarationForm::field)
                    .toList();

    /** The weeks that the form offers, as one would say them; texts of the form by their numbers. */
    private static final int USUAL_WEEKS = 2;

    private DeclarationForm() {}

    /** Every field that a declaration has, in the order of the steps, and of its offers within a step. */
    public static List<FormField> fields(Declaration declaration) {
        return Arrays.stream(FormStep.values())
                .flatMap(step -> fields(step, declaration).stream())
                .toList();
    }

    public static List<FormField> fields(FormStep step, Declaration declaration) {
        var ofOffers = IntStream.range(0, declaration.offers().size())
                .boxed()
                .flatMap(index -> ofOffer(step, index, declaration.offers().get(index)));
        var others = DESCRIPTION.stream().filter(field -> field.step() == step && !field.isOfOffer());
        return Stream.concat(ofOffers, others).toList();
    }

    private static Stream<FormField> ofOffer(FormStep step, int index, Offer offer) {
        return DESCRIPTION.stream()
                .filter(field -> field.step() == step && field.isOfOffer())
                .filter(field -> field.only().map(offer.shownKind()::equals).orElse(true))
                .map(field -> field.ofOffer(index));
    }

    /** The fields of one step where the kind of the one offer can still be chosen: those of either kind. */
    public static List<FormField> ofOneOffer(FormStep step) {
        return DESCRIPTION.stream()
                .filter(field -> field.step() == step)
                .map(field -> field.isOfOffer() ? field.ofOffer(0) : field)
                .toList();
    }

    /** The field that a finding is on, which may name an element of its list, such as {@code offers[0].tests[1]}. */
    public static Optional<FormField> at(String finding, Declaration declaration) {
        return fields(declaration).stream().filter(field -> field.isAt(finding)).findFirst();
    }

    /** The step on which a finding is mended: that of its field; the offer's where no field has it. */
    public static FormStep stepOf(String finding, Declaration declaration) {
        return at(finding, declaration).map(FormField::step).orElse(FormStep.OFFER);
    }

    /** The path of a day, such as {@code offers[0].hours.monday}. */
    public static String path(int offer, DayOfWeek day) {
        return DeclarationDocument.day("offers[" + offer + "]", day);
    }

    /** The names of the weeks that an offer takes at one press. */
    public static List<String> usualWeeks(Language language) {
        return IntStream.rangeClosed(1, USUAL_WEEKS)
                .mapToObj(number -> FormStep.texts(language).get("week." + number))
                .toList();
    }

    /** With one of the usual weeks, by its number from 0; days that have hours keep them. */
    public static Declaration withUsualWeek(Declaration declaration, int index, int number) {
        var week = WeekHours.read(usualWeeks(Language.FRENCH).get(number)).orElseThrow();
        var text = declaration.offers().get(index).hoursText();
        return filled(declaration, index, week.texts(), text);
    }

    /**
     * With the text of an offer's hours laid out by day, if it is a week. A text that names no day stays as it is, and
     * so do other hours for a day that has some.
     */
    public static Declaration laidOut(Declaration declaration, int index) {
        var offer = declaration.offers().get(index);
        return offer.hoursText()
                .flatMap(WeekHours::read)
                .map(week -> filled(
                        declaration,
                        index,
                        week.texts(),
                        Optional.of(others(offer, week)).filter(text -> !text.isEmpty())))
                .orElse(declaration);
    }

    private static String others(Offer offer, WeekHours week) {
        var others = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        week.days().forEach((day, hours) -> {
            if (hasHours(offer, day)
                    && !DayHours.read(offer.hours().get(day)).canonical().equals(hours.canonical())) {
                others.put(day, hours);
            }
        });
        return new WeekHours(others, week.rest()).canonical();
    }

    private static boolean hasHours(Offer offer, DayOfWeek day) {
        return !offer.hours().getOrDefault(day, DayHours.OPEN).equals(DayHours.OPEN);
    }

    /** With the given hours for the days of an offer that have none, and with that text. */
    private static Declaration filled(
            Declaration declaration, int index, Map<DayOfWeek, String> given, Optional<String> text) {
        var offer = declaration.offers().get(index);
        var filled = DeclarationDocument.of(declaration);
        given.forEach((day, hours) -> {
            if (!hasHours(offer, day)) {
                filled.put(path(index, day), Optional.of(hours));
            }
        });
        filled.put("offers[" + index + "].hoursText", text);
        return filled.declaration();
    }

    /** With what the rules suggest for a field; the text of an offer's hours is laid out then. */
    public static Declaration accepted(Declaration declaration, String path, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.field().equals(path))
                .flatMap(finding -> finding.suggestion().stream())
                .findFirst()
                .flatMap(suggestion -> at(path, declaration).map(field -> accepted(declaration, field, suggestion)))
                .orElse(declaration);
    }

    private static Declaration accepted(Declaration declaration, FormField field, String suggestion) {
        var accepted = new FieldValues(Map.of(field.path(), List.of(suggestion))).in(declaration, List.of(field));
        return field.path().endsWith(".hoursText")
                ? laidOut(accepted, field.offer().orElseThrow())
                : accepted;
    }

    /** With a blank offer of that kind, unless it has one. */
    public static Declaration withOffer(Declaration declaration, OfferKind kind) {
        var isThere = declaration.offers().stream().anyMatch(offer -> offer.shownKind() == kind);
        var offers = Stream.concat(declaration.offers().stream(), Stream.of(DeclarationDocument.blankOffer(kind)));
        return isThere ? declaration : declaration.with(offers.toList());
    }

    /** With the hours of one day on another day too. */
    public static Declaration withSameHours(Declaration declaration, int index, DayOfWeek from, DayOfWeek to) {
        var changed = DeclarationDocument.of(declaration);
        changed.put(path(index, to), changed.text(path(index, from)));
        return changed.declaration();
    }

    /** With the hours of the first offer on another one too; days that have hours keep them. */
    public static Declaration withSameWeek(Declaration declaration, int index) {
        var first = declaration.offers().get(0);
        var text = declaration.offers().get(index).hoursText().or(first::hoursText);
        return filled(declaration, index, first.hours(), text);
    }

    private static FormField field(List<String> cells) {
        var marks = Stream.of(cells.get(4).split(" "))
                .filter(mark -> !mark.isEmpty())
                .map(mark -> Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new FormField(
                cells.get(1),
                FormStep.of(cells.get(0)).orElseThrow(),
                Input.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
                cells.get(3),
                marks,
                OfferKind.of(cells.get(5)));
    }
}
