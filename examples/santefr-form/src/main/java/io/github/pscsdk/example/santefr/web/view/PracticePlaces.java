package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places where a professional practises self-employed, as Pro Santé Connect tells them, and a declaration for one. */
public final class PracticePlaces {
    private final Professional professional;
    private final List<Workplace> places;

    /**
     * Of that professional, each place once.
     *
     * @param modes codes of the modes of practice that count as self-employed
     */
    public PracticePlaces(Professional professional, Set<String> modes) {
        this.professional = professional;
        this.places = professional.practices().stream()
                .flatMap(practice -> practice.workplaces().stream())
                .filter(place ->
                        place.mode().filter(mode -> modes.contains(mode.code())).isPresent())
                .distinct()
                .toList();
    }

    /** What each is called. */
    public List<WorkplaceCard> cards(Language language) {
        var labels = NomenclatureLabels.in(language);
        return places.stream().map(place -> WorkplaceCard.of(place, labels)).toList();
    }

    /** A declaration for the place of that index, without any offer; empty if there is no such place. */
    public Optional<Declaration> declaration(int index) {
        return index < 0 || index >= places.size()
                ? Optional.empty()
                : Optional.of(DirectoryPlaces.declaration(professional, places.get(index)));
    }

    @Override
    public String toString() {
        return "PracticePlaces[" + places.size() + "]";
    }
}
