package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
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
        var address = workplace.address();
        var labels = NomenclatureLabels.in(Language.FRENCH);
        var type = address.streetType().map(code -> labels.find("street", code).orElse(code));
        // In recorded documents the town's line begins with the postcode.
        var town = address.locality()
                .map(line -> address.postcode()
                        .filter(line::startsWith)
                        .map(code -> line.substring(code.length()).strip())
                        .orElse(line));
        var begun = DeclarationDocument.of(nowhere(professional));
        begun.put("place.name", structure.tradeName().or(structure::legalName));
        begun.put("place.streetNumber", joined(Stream.of(address.number(), address.repetition())));
        begun.put("place.street", joined(Stream.of(type, address.street())));
        begun.put("place.complement", address.building());
        begun.put("place.postcode", address.postcode());
        begun.put("place.town", town);
        begun.put("place.finess", structure.finess());
        begun.put("place.siren", structure.siren());
        begun.put("place.siret", structure.siret());
        return begun.declaration();
    }

    /** A declaration of that professional for no place. */
    public static Declaration nowhere(Professional professional) {
        var none = Optional.<String>empty();
        var declarant = new Declarant(Optional.of(professional.nationalId().value()), none, none);
        return new Declaration(declarant, Place.NONE, List.of(), none, none, none, Optional.empty());
    }

    private static Optional<String> joined(Stream<Optional<String>> parts) {
        return Optional.of(parts.flatMap(Optional::stream).collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }
}
