package io.github.pscsdk.example.declaration.evidence;

import io.github.pscsdk.example.declaration.Access;
import io.github.pscsdk.example.declaration.Address;
import io.github.pscsdk.example.declaration.Audience;
import io.github.pscsdk.example.declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Position;
import io.github.pscsdk.example.declaration.Setting;
import io.github.pscsdk.example.declaration.SiteNumbers;
import io.github.pscsdk.example.declaration.Source;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the vaccination centres as the declaration of a fictitious pharmacist, every value as it is. */
record CentreRow(Map<String, String> row) {
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final Map<String, String> APPOINTMENTS = Map.of("t", "required", "f", "none");

    Declaration declaration() {
        return new Declaration(
                new Declarant(Optional.of(SampleCallers.NATIONAL_ID), Optional.empty(), Optional.empty()),
                place(),
                List.of(offer()),
                text("date_ouverture"),
                text("date_fermeture"),
                text("centre_fermeture"),
                Optional.of(new Source(Optional.of("centres-vaccination"), text("gid"))));
    }

    List<String> hours() {
        return DAYS.stream().map(day -> row.get("rdv_" + day)).toList();
    }

    private Place place() {
        return new Place(
                text("nom"),
                new Address(
                        text("adr_num"),
                        text("adr_voie"),
                        Optional.empty(),
                        text("com_cp"),
                        text("com_insee"),
                        text("com_nom"),
                        Optional.empty()),
                new Position(text("lat_coor1"), text("long_coor1"), Optional.empty()),
                new SiteNumbers(Optional.empty(), Optional.empty(), text("structure_siren"), Optional.empty()),
                Optional.empty());
    }

    private Offer offer() {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            hours.put(day, row.get("rdv_" + DAYS.get(day.ordinal())));
        }
        return new Offer(
                Optional.of("vaccination"),
                Optional.empty(),
                List.of(),
                List.of(),
                Setting.NONE,
                Audience.NONE,
                new Access(
                        text("rdv").map(APPOINTMENTS::get),
                        text("rdv_tel"),
                        text("rdv_tel2"),
                        text("rdv_site_web"),
                        Optional.empty(),
                        text("rdv_modalites")),
                hours,
                Optional.empty());
    }

    private Optional<String> text(String column) {
        return Optional.ofNullable(row.get(column)).filter(value -> !value.isEmpty());
    }
}
