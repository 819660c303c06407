package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormStep;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields of one step as a browser sent them.
 *
 * @param sent all values of a field, by its name
 */
public record SubmittedStep(FormStep step, Function<String, List<String>> sent) {
    /** A mark of the values that the page showed. */
    public static final String SHOWN = "shown";

    /** The kinds of the offers that the page showed, in their order. */
    private static final String OFFERS = "offers";

    /** More are typed by nobody: a declaration has an offer of each kind. */
    private static final int MOST_OFFERS = 50;

    /** The declaration with what was typed; everything else of it stays. */
    public Declaration in(Declaration saved) {
        var same = saved.with(offers(saved.offers()));
        var fields = DeclarationForm.fields(step, same);
        return FieldValues.sent(fields, sent).in(same, fields);
    }

    /** The offers that the fields are of: in the draft there may be others by now. */
    private List<Offer> offers(List<Offer> saved) {
        var told = sent.apply(OFFERS);
        if (told.isEmpty()) {
            return saved;
        }
        var kinds = Stream.of(told.get(0).split(","))
                .flatMap(kind -> OfferKind.of(kind).stream())
                .limit(Math.max(MOST_OFFERS, saved.size()))
                .toList();
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> i < saved.size() && saved.get(i).shownKind() == kinds.get(i)
                        ? saved.get(i)
                        : Offer.blank(kinds.get(i)))
                .toList();
    }

    /** The offers that a page shows, as it tells them. */
    public static String kinds(Declaration declaration) {
        return declaration.offers().stream()
                .map(offer -> offer.shownKind().text())
                .collect(Collectors.joining(","));
    }

    /** The values that a page shows, as it tells them. */
    public static String mark(FormStep step, Declaration declaration) {
        var values = FieldValues.of(declaration, DeclarationForm.fields(step, declaration));
        return kinds(declaration) + ":" + Integer.toHexString(values.hashCode());
    }

    /** Whether the page showed what is saved: another tab may have saved other steps. */
    public boolean isUpon(Declaration saved) {
        return sent.apply(SHOWN).contains(mark(step, saved));
    }

    /** From what is saved to what was typed. */
    public List<ChangedAnswer> changes(Declaration saved, Language language) {
        return ChangedAnswer.between(step, saved, in(saved), language).toList();
    }

    @Override
    public String toString() {
        return "SubmittedStep[" + step + "]";
    }
}
