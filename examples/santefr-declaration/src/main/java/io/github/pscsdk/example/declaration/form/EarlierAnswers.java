package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.json.DeclarationTree;
import java.util.List;
import java.util.Optional;

/** The earlier answers of a professional, as the beginning of the next declaration. */
public final class EarlierAnswers {
    private EarlierAnswers() {}

    /**
     * A declaration with offers of those kinds, filled from the latest earlier one at the same place: all of the place,
     * and whether it is hidden; of an offer of the same kind everything; of another kind hours and contact.
     *
     * @param begun what the directory tells of the place
     * @param earlier what was handed over, the newest first
     */
    public static Declaration into(Declaration begun, List<OfferKind> kinds, List<Declaration> earlier) {
        var last = earlier.stream()
                .filter(declaration -> declaration.place().isSameAs(begun.place()))
                .findFirst();
        var filled = DeclarationTree.of(new Declaration(
                begun.professional(),
                last.map(Declaration::place).orElse(begun.place()),
                kinds.stream().map(kind -> offer(kind, last)).toList(),
                begun.opensOn(),
                begun.closesOn(),
                last.map(Declaration::hidden).orElse(begun.hidden()),
                begun.source()));
        filled.put(
                "professional.email",
                last.flatMap(declaration -> declaration.professional().email()));
        return filled.declaration();
    }

    private static Offer offer(OfferKind kind, Optional<Declaration> last) {
        var offers = last.map(Declaration::offers).orElse(List.of());
        var same = offers.stream().filter(offer -> offer.shownKind() == kind).findFirst();
        var blank = Offer.blank(kind);
        return same.orElseGet(() -> offers.stream()
                .findFirst()
                .map(other -> blank.with(other.access()).withHours(other.hours(), other.hoursText()))
                .orElse(blank));
    }

    /**
     * The same for another time: without the dates, which were those of the former one.
     *
     * @param former as it was before it was withdrawn, which hides every place
     */
    public static Declaration anew(Declaration former) {
        var none = Optional.<String>empty();
        return new Declaration(
                former.professional(), former.place(), former.offers(), none, none, former.hidden(), Optional.empty());
    }
}
