package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** The declaration with what was typed; all else stays, and so do offers that the page did not show. */
    public Declaration in(Declaration saved) {
        var fields = DeclarationForm.fields(step, saved.with(shown(new ArrayList<>(saved.offers()))));
        return FieldValues.sent(fields, sent).in(upon(saved), fields);
    }

    /** The saved declaration, with the offers that the page showed before all others. */
    private Declaration upon(Declaration saved) {
        var others = new ArrayList<>(saved.offers());
        return saved.with(Stream.concat(shown(others).stream(), others.stream()).toList());
    }

    /** Takes the offers that the page showed out of the saved ones, by their kinds; one that is gone is blank. */
    private List<Offer> shown(List<Offer> saved) {
        var told = sent.apply(OFFERS).stream().findFirst().orElseGet(() -> kinds(saved));
        var shown = new ArrayList<Offer>();
        for (var name : told.split(",")) {
            OfferKind.of(name).ifPresent(kind -> {
                var same = saved.stream()
                        .filter(offer -> offer.shownKind() == kind)
                        .findFirst();
                same.ifPresent(saved::remove);
                if (same.isPresent() || shown.size() + saved.size() < MOST_OFFERS) {
                    shown.add(same.orElseGet(() -> DeclarationDocument.blankOffer(kind)));
                }
            });
        }
        return shown;
    }

    /** The offers that a page shows, as it tells them. */
    public static String kinds(List<Offer> offers) {
        return offers.stream().map(offer -> offer.shownKind().text()).collect(Collectors.joining(","));
    }

    /** The values that a page shows, as it tells them. */
    public static String mark(FormStep step, Declaration declaration) {
        var values = FieldValues.of(declaration, DeclarationForm.fields(step, declaration));
        return kinds(declaration.offers()) + ":" + Integer.toHexString(values.hashCode());
    }

    /** Whether the page showed what is saved: another tab may have saved other steps. */
    public boolean isUpon(Declaration saved) {
        return sent.apply(SHOWN).contains(mark(step, saved));
    }

    /** From what is saved to what was typed. */
    public List<ChangedAnswer> changes(Declaration saved, Language language) {
        return ChangedAnswer.between(step, upon(saved), in(saved), language).toList();
    }
}
