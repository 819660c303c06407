package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import java.util.List;
import java.util.Optional;

/** The earlier answers of a professional, as the beginning of the next declaration. */
public final class EarlierAnswers {
    /** The members of an offer that do not go over to one of another kind. */
    private static final List<String> OF_ONE_KIND = List.of(
            "disease",
            "products",
            "tests",
            "modes",
            "supervisedSelfTest",
            "consultation",
            "audience",
            "professionalsOnly",
            "priorityHours");

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
        var offers = kinds.stream().map(kind -> offer(kind, last)).toList();
        var filled = DeclarationDocument.of(new Declaration(
                begun.professional(),
                last.map(Declaration::place).orElse(begun.place()),
                offers,
                begun.opensOn(),
                begun.closesOn(),
                last.map(Declaration::hidden).orElse(begun.hidden()),
                begun.source()));
        for (var i = 0; i < offers.size(); i++) {
            var path = "offers[" + i + "].";
            if (offers.get(i).shownKind() != kinds.get(i)) {
                filled.put(path + "kind", Optional.of(kinds.get(i).text()));
                OF_ONE_KIND.forEach(member -> filled.put(path + member, Optional.empty()));
            }
        }
        filled.put(
                "professional.email",
                last.flatMap(declaration -> declaration.professional().email()));
        return filled.declaration();
    }

    /** The offer of that kind, else one of another kind, else a blank one. */
    private static Offer offer(OfferKind kind, Optional<Declaration> last) {
        var offers = last.map(Declaration::offers).orElse(List.of());
        return offers.stream()
                .filter(offer -> offer.shownKind() == kind)
                .findFirst()
                .or(() -> offers.stream().findFirst())
                .orElseGet(() -> DeclarationDocument.blankOffer(kind));
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
