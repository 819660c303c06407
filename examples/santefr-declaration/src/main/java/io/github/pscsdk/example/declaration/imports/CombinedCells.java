package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.text.AccessDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cells of vaccination centres, pharmacies and laboratories that hold more than one value. */
final class CombinedCells {
    private static final String[] ACCESS = {"modalites_accueil", "modalite_accueil", "modalites_acces"};
    private static final String SEPARATOR = "[/,;|+]|\\bet\\b";
    private static final String OFFER = "offers[0].";

    private CombinedCells() {}

    static void ofCentre(SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "appointment", cells.text("rdv").map(CombinedCells::appointment));
        // Of the types of a centre, {"Equipe mobile","Grand centre"}, one says how; the others are the agencies'.
        var types = cells.text("centre_type").stream()
                .flatMap(array -> Stream.of(array.replaceAll("[{}\"]", "").split(",")))
                .filter(type -> !type.isBlank())
                .toList();
        var modes = types.stream().filter("Equipe mobile"::equals).distinct().toList();
        declaration.put(OFFER + "modes", modes, true);
        if (modes.size() < types.size()) {
            cells.leave("centre_type");
        }
    }

    private static String appointment(String flag) {
        return switch (flag.strip()) {
            case "t" -> Appointment.REQUIRED.text();
            case "f" -> Appointment.NONE.text();
            default -> flag;
        };
    }

    static void ofPharmacy(SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "disease", Optional.of("grippe"));
        var cell = AccessDescription.of(cells.text(ACCESS).orElse(""));
        access(cell, cells, declaration);
        declaration.put(OFFER + "phone", cell.phone());
    }

    static void ofLaboratory(SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "tests", cells.parts("type_de_test", SEPARATOR), true);
        var text = cells.text(ACCESS);
        var phone = cells.text("telephone(s)", "telephone", "telephones");
        if (text.filter(content -> content.contains("<")).isEmpty()) {
            declaration.put(OFFER + "details", text);
            declaration.put(OFFER + "phone", phone);
            return;
        }
        var cell = AccessDescription.of(text.orElseThrow());
        access(cell, cells, declaration);
        declaration.put(OFFER + "phone", phone.or(cell::phone));
        declaration.put(OFFER + "secondPhone", cell.phone().filter(second -> phone.isPresent()));
    }

    private static void access(AccessDescription cell, SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "appointment", cell.access());
        declaration.put(OFFER + "website", cell.website());
        declaration.put(OFFER + "details", cell.note());
        declaration.put(OFFER + "hoursText", cell.hours());
        cell.rest().ifPresent(rest -> List.of(ACCESS).forEach(cells::leave));
    }
}
