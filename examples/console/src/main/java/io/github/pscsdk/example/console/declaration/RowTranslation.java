package io.github.pscsdk.example.console.declaration;

import io.github.pscsdk.example.console.csv.Row;
import java.util.Objects;

/**
 * Turns a row of the published layout into a declaration, column by column. Four more columns are our own, and stand at
 * the end of our sample only: {@code finess}; {@code idnat} and {@code rpps}, which stand in for those of the logged-in
 * professional where they are filled; {@code offre}, see {@link OfferedCare}.
 */
public final class RowTranslation {
    private static final String SYSTEM = "centres-vaccination";

    private final Declarant declarant;

    /** @param declarant the professional who is logged in */
    public RowTranslation(Declarant declarant) {
        this.declarant = Objects.requireNonNull(declarant, "declarant");
    }

    /** The declaration of one row; never fails, whatever the cells hold. */
    public Declaration declaration(Row.Readable row) {
        var offers = OfferedCare.of(row.cell("offre")).stream()
                .map(care -> offer(care, row))
                .toList();
        return new Declaration(
                declarant(row),
                place(row),
                offers,
                row.cell("date_ouverture"),
                row.cell("date_fermeture"),
                row.cell("centre_fermeture"),
                new Source(SYSTEM, row.cell("gid")));
    }

    private Declarant declarant(Row.Readable row) {
        return new Declarant(
                firstFilled(row.cell("idnat"), declarant.nationalId()),
                firstFilled(row.cell("rpps"), declarant.rpps()));
    }

    private static Place place(Row.Readable row) {
        return new Place(
                row.cell("nom"),
                row.cell("adr_num"),
                row.cell("adr_voie"),
                row.cell("com_cp"),
                row.cell("com_insee"),
                row.cell("com_nom"),
                row.cell("lat_coor1"),
                row.cell("long_coor1"),
                row.cell("finess"),
                row.cell("structure_siren"),
                row.cell("lieu_accessibilite"));
    }

    private static Offer offer(OfferedCare care, Row.Readable row) {
        return new Offer(
                care.kind(),
                care.products(),
                care.tests(),
                appointment(row.cell("rdv")),
                // January 2021 has the telephone of the place, lieu_tel, often without one for bookings.
                firstFilled(row.cell("rdv_tel"), row.cell("lieu_tel")),
                row.cell("rdv_tel2"),
                row.cell("rdv_site_web"),
                row.cell("rdv_modalites"),
                hours(row));
    }

    private static Hours hours(Row.Readable row) {
        return new Hours(
                row.cell("rdv_lundi"),
                row.cell("rdv_mardi"),
                row.cell("rdv_mercredi"),
                row.cell("rdv_jeudi"),
                row.cell("rdv_vendredi"),
                row.cell("rdv_samedi"),
                row.cell("rdv_dimanche"));
    }

    private static String appointment(String rdv) {
        return switch (rdv.strip()) {
            case "t" -> "required";
            case "f" -> "none";
            default -> rdv;
        };
    }

    private static String firstFilled(String first, String second) {
        return first.isBlank() ? second : first;
    }
}
