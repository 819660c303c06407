package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place of work, in words.
 *
 * @param key what a form calls it
 * @param profession its name
 * @param expertise specialty or competence
 * @param name of the structure; empty where the directory has none
 * @param address its lines
 * @param ways mode of practice and kind of place
 */
public record PlaceCard(
        String key,
        String profession,
        Optional<String> expertise,
        Optional<String> name,
        List<String> address,
        List<String> ways) {
    public PlaceCard {
        address = List.copyOf(address);
        ways = List.copyOf(ways);
    }

    /** In the reader's language. */
    public static PlaceCard of(PlaceOfWork place, Professional professional, Language language) {
        var labels = NomenclatureLabels.in(language);
        var known = PublicText.of(OfferFields.told(place, professional), language);
        return new PlaceCard(
                place.key(),
                labels.label("profession", place.practice().profession().code()),
                labels.label("expertise", place.practice().expertise()),
                known.name(),
                known.address(),
                place.workplace().map(workplace -> ways(workplace, labels)).orElse(List.of()));
    }

    private static List<String> ways(Workplace workplace, NomenclatureLabels labels) {
        return Stream.of(labels.label("mode", workplace.mode()), labels.label("sector", workplace.sector()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing: the name of a practice is often a person's. */
    @Override
    public String toString() {
        return "PlaceCard[]";
    }
}
