package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of a professional in the directory, as the beginning of a declaration. */
public final class DirectoryPlaces {
    private DirectoryPlaces() {}

    /** A declaration of that professional at that workplace, without any offer. */
    public static Declaration declaration(Professional professional, Workplace workplace) {
        var structure = workplace.structure();
        var place = new Place(
                structure.tradeName().or(structure::legalName),
                address(workplace.address()),
                Position.NONE,
                new SiteNumbers(structure.finess(), Optional.empty(), structure.siren(), structure.siret()),
                Optional.empty());
        return declaration(professional, place);
    }

    /** A declaration of that professional for no place. */
    public static Declaration nowhere(Professional professional) {
        return declaration(professional, Place.NONE);
    }

    private static Declaration declaration(Professional professional, Place place) {
        var declarant =
                new Declarant(Optional.of(professional.nationalId().value()), Optional.empty(), Optional.empty());
        return Declaration.of(declarant, place, List.of());
    }

    private static Address address(PostalAddress address) {
        var labels = NomenclatureLabels.in(Language.FRENCH);
        var type = address.streetType().map(code -> labels.find("street", code).orElse(code));
        // In recorded documents the town's line begins with the postcode.
        var town = address.locality()
                .map(line -> address.postcode()
                        .filter(line::startsWith)
                        .map(code -> line.substring(code.length()).strip())
                        .orElse(line));
        return new Address(
                joined(Stream.of(address.number(), address.repetition())),
                joined(Stream.of(type, address.street())),
                address.building(),
                address.postcode(),
                Optional.empty(),
                town,
                Optional.empty());
    }

    private static Optional<String> joined(Stream<Optional<String>> parts) {
        return Optional.of(parts.flatMap(Optional::stream).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }
}
