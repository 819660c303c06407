package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One place or way of practising, in words.
 *
 * @param name of the structure; empty where the directory has none
 * @param address its lines
 * @param mode self-employed, salaried, volunteer
 * @param sector kind of place
 * @param finess its number, where it has one
 */
public record WorkplaceCard(
        Optional<String> name,
        List<String> address,
        Optional<String> mode,
        Optional<String> sector,
        Optional<String> finess) {
    public WorkplaceCard {
        address = List.copyOf(address);
    }

    static WorkplaceCard of(Workplace workplace, NomenclatureLabels labels) {
        var structure = workplace.structure();
        return new WorkplaceCard(
                structure.tradeName().or(structure::legalName),
                lines(workplace.address(), labels),
                labels.label("mode", workplace.mode()),
                labels.label("sector", workplace.sector()),
                structure.finess());
    }

    private static List<String> lines(PostalAddress address, NomenclatureLabels labels) {
        var type = address.streetType().map(code -> labels.find("street", code).orElse(code));
        var street = joined(Stream.of(address.number(), address.repetition(), type, address.street()));
        // In recorded documents the town's line begins with the postcode already.
        var postcode =
                address.postcode().filter(code -> !address.locality().orElse("").startsWith(code));
        return Stream.of(address.building().orElse(""), street, joined(Stream.of(postcode, address.locality())))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** Prints no value: the name of a practice is often a person's. */
    @Override
    public String toString() {
        return "WorkplaceCard[]";
    }
}
