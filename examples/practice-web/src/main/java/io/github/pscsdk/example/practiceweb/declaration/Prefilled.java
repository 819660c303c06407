package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form as it opens: what the directory says of the place of work. */
public final class Prefilled {
    private static final NomenclatureLabels FRENCH = NomenclatureLabels.in(Language.FRENCH);

    private Prefilled() {}

    /** What can be filled in for the professional. */
    public static FormEntries from(PlaceOfWork place) {
        return new FormEntries(place.workplace().map(Prefilled::from).orElse(Map.of()));
    }

    private static Map<Field, List<String>> from(Workplace workplace) {
        var address = workplace.address();
        var structure = workplace.structure();
        var values = new EnumMap<Field, List<String>>(Field.class);
        values.put(Field.NAME, list(structure.tradeName().or(structure::legalName)));
        values.put(Field.NUMBER, list(joined(Stream.of(address.number(), address.repetition()))));
        values.put(Field.STREET, list(street(address)));
        values.put(Field.POSTCODE, list(address.postcode()));
        values.put(Field.TOWN, list(town(address)));
        values.put(Field.PHONE, list(workplace.contact().telephone()));
        return values;
    }

    private static Optional<String> street(PostalAddress address) {
        // An address is French, whatever the reader speaks.
        var type = address.streetType().map(code -> FRENCH.find("street", code).orElse(code));
        return joined(Stream.of(type, address.street()));
    }

    /** In recorded documents the town's line begins with the postcode. */
    private static Optional<String> town(PostalAddress address) {
        var postcode = address.postcode().orElse("");
        return address.locality()
                .map(line -> line.startsWith(postcode)
                        ? line.substring(postcode.length()).strip()
                        : line);
    }

    private static Optional<String> joined(Stream<Optional<String>> parts) {
        return Optional.of(parts.flatMap(Optional::stream).collect(Collectors.joining(" ")));
    }

    private static List<String> list(Optional<String> value) {
        return value.stream().toList();
    }
}
