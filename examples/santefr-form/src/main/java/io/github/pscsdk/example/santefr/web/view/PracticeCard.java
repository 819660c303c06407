package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import java.util.List;
import java.util.Optional;

/**
 * One profession, in words.
 *
 * @param profession its name
 * @param expertise specialty or competence
 * @param student whether it is practised as a student
 * @param workplaces where
 */
public record PracticeCard(
        String profession, Optional<String> expertise, boolean student, List<WorkplaceCard> workplaces) {
    public PracticeCard {
        workplaces = List.copyOf(workplaces);
    }

    static PracticeCard of(Practice practice, NomenclatureLabels labels) {
        return new PracticeCard(
                labels.label("profession", practice.profession().code()),
                labels.label("expertise", practice.expertise()),
                practice.category()
                        .filter(category -> category.code().equals("E"))
                        .isPresent(),
                practice.workplaces().stream()
                        .map(workplace -> WorkplaceCard.of(workplace, labels))
                        .distinct()
                        .toList());
    }
}
