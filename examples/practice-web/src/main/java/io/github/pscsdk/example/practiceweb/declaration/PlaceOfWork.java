package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.example.declaration.Caller;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * One profession at one workplace.
 *
 * @param key what a form calls it; means something in one session only
 * @param practice the profession
 * @param workplace empty where the directory has none for this profession
 */
public record PlaceOfWork(String key, Practice practice, Optional<Workplace> workplace) {
    /** All there are, each once, although the directory may repeat one. */
    public static List<PlaceOfWork> of(Professional professional) {
        var places = new ArrayList<PlaceOfWork>();
        for (var practice : new LinkedHashSet<>(professional.practices())) {
            var known =
                    practice.workplaces().stream().distinct().map(Optional::of).toList();
            for (var workplace : known.isEmpty() ? List.of(Optional.<Workplace>empty()) : known) {
                places.add(new PlaceOfWork(Integer.toString(places.size()), practice, workplace));
            }
        }
        return places;
    }

    /** The professional as the rules on declarations see them, with this place of work and no other. */
    public Caller caller(Professional professional) {
        var all = Caller.of(professional);
        var here = all.practices().get(professional.practices().indexOf(practice));
        var workplaces = workplace.stream()
                .map(known -> here.workplaces().get(practice.workplaces().indexOf(known)))
                .toList();
        var only = new Caller.Practice(here.profession(), here.category(), here.specialty(), workplaces);
        return new Caller(all.nationalId(), all.otherKeys(), List.of(only));
    }

    /** The profession's code, and nothing of the place. */
    @Override
    public String toString() {
        return "PlaceOfWork[" + practice.profession().code() + "]";
    }
}
