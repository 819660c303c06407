package io.github.pscsdk.example.desktop.lab;

import io.github.pscsdk.example.desktop.declaration.OpeningHours;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import java.util.Map;

/** Filled forms. */
public final class Sheets {
    private Sheets() {}

    /** The hours of a text, as the field has them. */
    public static String week(String text) {
        return OpeningHours.layOut(text).orElseThrow().text();
    }

    /** Against which no rule has anything, for the fictitious pharmacist. */
    public static FieldValues complete() {
        return new FieldValues(Map.ofEntries(
                Map.entry(Field.PLACE_NAME, "PHARMACIE DU BANC D'ESSAI"),
                Map.entry(Field.STREET_NUMBER, "3"),
                Map.entry(Field.STREET, "place DU MARCHE INVENTE"),
                Map.entry(Field.POSTCODE, "75000"),
                Map.entry(Field.TOWN, "VILLE-TEST"),
                Map.entry(Field.KIND, "vaccination"),
                Map.entry(Field.APPOINTMENT, "required"),
                Map.entry(Field.PHONE, "+33100000001"),
                Map.entry(Field.HOURS, week("Lundi : 08h30-12h30 et 14h00-19h00 | Mardi : 08h30-12h30")),
                Map.entry(Field.DETAILS, "Sonner à l'interphone"),
                Map.entry(Field.OPENS_ON, "2026-03-02")));
    }
}
