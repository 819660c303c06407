package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
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
            case "t" -> "required";
            case "f" -> "none";
            default -> flag;
        };
    }

    static void ofPharmacy(SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "disease", Optional.of("grippe"));
        putAccess(cells.text(ACCESS).orElse(""), cells, declaration);
    }

    static void ofLaboratory(SourceCells cells, DeclarationDocument declaration) {
        declaration.put(OFFER + "tests", cells.parts("type_de_test", SEPARATOR), true);
        var text = cells.text(ACCESS);
        if (text.filter(content -> content.contains("<")).isPresent()) {
            putAccess(text.get(), cells, declaration);
        } else {
            declaration.put(OFFER + "details", text);
        }
        var phone = cells.text("telephone(s)", "telephone", "telephones");
        if (phone.isPresent()) {
            declaration.put(OFFER + "secondPhone", declaration.text(OFFER + "phone"));
            declaration.put(OFFER + "phone", phone);
        }
    }

    private static void putAccess(String html, SourceCells cells, DeclarationDocument declaration) {
        var cell = AccessDescription.of(html);
        cell.values().forEach((member, text) -> declaration.put(OFFER + member, Optional.of(text)));
        cell.rest().ifPresent(rest -> List.of(ACCESS).forEach(cells::leave));
    }
}
