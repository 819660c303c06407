package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import io.github.pscsdk.example.declaration.imports.PublishedLayout.RowReader;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The vaccination centres of 2021, as the regional agencies entered them. */
final class VaccinationCentres implements RowReader {
    private static final List<String> NEEDED = List.of("gid", "nom", "adr_voie", "com_cp", "com_insee", "com_nom");
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    @Override
    public List<String> lacking(Predicate<String> hasColumn) {
        return NEEDED.stream().filter(hasColumn.negate()).toList();
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return new Declaration(
                declarant,
                place(cells),
                List.of(offer(cells)),
                cells.text("date_ouverture"),
                cells.text("date_fermeture"),
                cells.text("centre_fermeture"),
                Optional.of(new Source(Optional.of("centres-vaccination"), cells.text("gid"))));
    }

    private static Place place(SourceCells cells) {
        return new Place(
                cells.text("nom"),
                new Address(
                        cells.text("adr_num"),
                        cells.text("adr_voie"),
                        Optional.empty(),
                        cells.text("com_cp"),
                        cells.text("com_insee"),
                        cells.text("com_nom"),
                        cells.text("id_adr")),
                new Position(cells.text("lat_coor1"), cells.text("long_coor1"), cells.text("xy_precis")),
                new SiteNumbers(Optional.empty(), Optional.empty(), cells.text("structure_siren"), Optional.empty()),
                cells.text("lieu_accessibilite"));
    }

    private static Offer offer(SourceCells cells) {
        return new Offer(
                Optional.of(OfferKind.VACCINATION.text()),
                Optional.empty(),
                List.of(),
                List.of(),
                new Setting(modes(cells), Optional.empty(), cells.text("rdv_consultation_prevaccination")),
                new Audience(List.of(), cells.text("reserve_professionels_sante"), Optional.empty()),
                access(cells),
                hours(cells),
                Optional.empty());
    }

    private static Access access(SourceCells cells) {
        // January 2021 has the telephone of the place, lieu_tel, often without one for bookings.
        var phone = cells.text("rdv_tel").or(() -> cells.text("lieu_tel"));
        return new Access(
                cells.text("rdv").map(VaccinationCentres::appointment),
                phone,
                cells.text("rdv_tel2"),
                cells.text("rdv_site_web"),
                cells.text("centre_svi_repondeur"),
                cells.text("rdv_modalites"));
    }

    private static String appointment(String flag) {
        return switch (flag.strip()) {
            case "t" -> Appointment.REQUIRED.text();
            case "f" -> Appointment.NONE.text();
            default -> flag;
        };
    }

    /** Of the types of a centre, {@code {"Equipe mobile","Grand centre"}}, one says how; the others are the agencies'. */
    private static List<String> modes(SourceCells cells) {
        var types = cells.text("centre_type").stream()
                .flatMap(array -> Stream.of(array.replaceAll("[{}\"]", "").split(",")))
                .filter(type -> !type.isBlank())
                .toList();
        var modes = types.stream().filter("Equipe mobile"::equals).distinct().toList();
        if (modes.size() < types.size()) {
            cells.leave("centre_type");
        }
        return modes;
    }

    private static Map<DayOfWeek, String> hours(SourceCells cells) {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            cells.text("rdv_" + DAYS.get(day.ordinal())).ifPresent(text -> hours.put(day, text));
        }
        return hours;
    }
}
