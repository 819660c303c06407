package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One place where a professional practises. Pro Santé Connect tells all of them and chooses none.
 *
 * @param practice the profession practised there
 * @param workplace the place
 */
public record PracticePlace(Practice practice, Workplace workplace) {
    // The table of street types is long; these are most streets, and whoever declares reads the address again.
    private static final Map<String, String> STREET_TYPES = Map.of(
            "R",
            "rue",
            "AV",
            "avenue",
            "BD",
            "boulevard",
            "PL",
            "place",
            "CHE",
            "chemin",
            "RTE",
            "route",
            "ALL",
            "allée",
            "IMP",
            "impasse",
            "QU",
            "quai");

    public PracticePlace {
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(workplace, "workplace");
    }

    /** All of a professional's. */
    public static List<PracticePlace> of(Professional professional) {
        return professional.practices().stream()
                .flatMap(practice ->
                        practice.workplaces().stream().map(workplace -> new PracticePlace(practice, workplace)))
                .toList();
    }

    /** The public name; empty where the directory has none. */
    public Optional<String> name() {
        return workplace.structure().tradeName().or(workplace.structure()::legalName);
    }

    /** The code of the profession practised there. */
    public CodedValue profession() {
        return practice.profession();
    }

    /** Postcode and town, on one line. */
    public String town() {
        return joined(workplace.address().postcode(), locality(workplace.address()));
    }

    /** A sheet with what the directory knows of the place. */
    public FieldValues sheet() {
        var address = workplace.address();
        var values = new EnumMap<Field, String>(Field.class);
        name().ifPresent(name -> values.put(Field.PLACE_NAME, name));
        values.put(Field.STREET_NUMBER, joined(address.number(), address.repetition()));
        values.put(
                Field.STREET,
                joined(address.streetType().map(code -> STREET_TYPES.getOrDefault(code, code)), address.street()));
        address.building().ifPresent(building -> values.put(Field.COMPLEMENT, building));
        address.postcode().ifPresent(postcode -> values.put(Field.POSTCODE, postcode));
        locality(address).ifPresent(town -> values.put(Field.TOWN, town));
        workplace.structure().siret().ifPresent(siret -> values.put(Field.SIRET, siret));
        workplace.contact().telephone().ifPresent(phone -> values.put(Field.PHONE, phone));
        return new FieldValues(values);
    }

    /** The town without the postcode, which the directory's line often begins with. */
    private static Optional<String> locality(PostalAddress address) {
        var postcode = address.postcode().orElse("");
        return address.locality()
                .map(line -> line.startsWith(postcode)
                        ? line.substring(postcode.length()).strip()
                        : line)
                .filter(line -> !line.isEmpty());
    }

    private static String joined(Optional<String> first, Optional<String> second) {
        return Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** Prints no value: the name of a practice is often a person's. */
    @Override
    public String toString() {
        return "PracticePlace[" + profession().code() + "]";
    }
}
