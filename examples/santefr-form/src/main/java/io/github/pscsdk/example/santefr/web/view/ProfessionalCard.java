package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is logged in, in words.
 *
 * @param name given names and family name
 * @param identifier the number that the professional knows
 * @param practices each once, although the directory may repeat one
 */
public record ProfessionalCard(String name, Identifier identifier, List<PracticeCard> practices) {
    public ProfessionalCard {
        practices = List.copyOf(practices);
    }

    /** The professional whom Pro Santé Connect describes. */
    public static ProfessionalCard of(Professional professional, Language language) {
        var labels = NomenclatureLabels.in(language);
        var name = Stream.concat(professional.givenNames().stream(), Stream.of(professional.familyName()))
                .collect(Collectors.joining(" "));
        return new ProfessionalCard(
                name,
                Identifier.of(professional),
                professional.practices().stream()
                        .distinct()
                        .map(practice -> PracticeCard.of(practice, labels))
                        .toList());
    }

    /** How many practices. */
    @Override
    public String toString() {
        return "ProfessionalCard[" + practices.size() + " practices]";
    }
}
