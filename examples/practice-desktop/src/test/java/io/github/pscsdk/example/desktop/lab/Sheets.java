package io.github.pscsdk.example.desktop.lab;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.util.List;
import java.util.Map;

/** Filled forms. */
public final class Sheets {
    public static final String DETAILS = "offers[0].details";

    private Sheets() {}

    /** Against which no rule has anything, for the fictitious pharmacist. */
    public static Declaration complete() {
        var pharmacist = People.pharmacist();
        var place = pharmacist.practices().get(0).workplaces().get(0);
        var begun = DeclarationForm.withOffer(DirectoryPlaces.declaration(pharmacist, place), OfferKind.VACCINATION);
        var typed = Map.of(
                "offers[0].appointment",
                List.of("required"),
                "offers[0].phone",
                List.of("+33100000001"),
                DETAILS,
                List.of("Sonner à l'interphone"),
                "opensOn",
                List.of("2026-03-02"));
        var fields = typed.keySet().stream().map(path -> field(path, begun)).toList();
        return DeclarationForm.withUsualWeek(new FieldValues(typed).in(begun, fields), 0, 0);
    }

    /** The same with another value in a field. */
    public static Declaration complete(String path, String value) {
        var field = field(path, complete());
        return new FieldValues(Map.of(path, List.of(value))).in(complete(), List.of(field));
    }

    private static FormField field(String path, Declaration declaration) {
        return DeclarationForm.at(path, declaration).orElseThrow();
    }

    /** As a person types it into the form. */
    public static void type(FormModel form, String path, String value) {
        form.type(field(path, form.content()), List.of(value));
    }

    /** What stands there; empty where nothing does. */
    public static String value(FormModel form, String path) {
        return DeclarationForm.at(path, form.content())
                .flatMap(field -> FieldValues.of(form.content(), List.of(field)).all(field).stream()
                        .findFirst())
                .orElse("");
    }
}
