package io.github.pscsdk.example.console.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.example.console.csv.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTranslationTest {
    private static final Declarant DECLARANT = new Declarant("899999100011", "99999100011");

    private final RowTranslation translation = new RowTranslation(DECLARANT);

    @Test
    void copies_each_published_column_as_it_stands() {
        var row = row(Map.ofEntries(
                Map.entry("gid", "33"),
                Map.entry("nom", " Salle "),
                Map.entry("adr_num", "16bis"),
                Map.entry("adr_voie", "RUE DES TROLLS"),
                Map.entry("com_cp", " 49990"),
                Map.entry("com_insee", "49951"),
                Map.entry("com_nom", "Valbrume"),
                Map.entry("lat_coor1", "47.4"),
                Map.entry("long_coor1", "-0.5"),
                Map.entry("structure_siren", "000043851"),
                Map.entry("lieu_accessibilite", "Oui - Ascenseur"),
                Map.entry("date_ouverture", "06/01/2021"),
                Map.entry("date_fermeture", "2021-06-30"),
                Map.entry("centre_fermeture", "t"),
                Map.entry("rdv_site_web", "www.valbrume.example"),
                Map.entry("rdv_tel", "01 99 00 12 34"),
                Map.entry("rdv_tel2", "+33199001235"),
                Map.entry("rdv_modalites", "<b>2e étage</b>"),
                Map.entry("rdv_lundi", "9h-17h "),
                Map.entry("rdv_dimanche", "Fermé au public"),
                Map.entry("finess", "499999803")));

        var declaration = translation.declaration(row);

        assertEquals(
                new Place(
                        " Salle ",
                        "16bis",
                        "RUE DES TROLLS",
                        " 49990",
                        "49951",
                        "Valbrume",
                        "47.4",
                        "-0.5",
                        "499999803",
                        "000043851",
                        "Oui - Ascenseur"),
                declaration.place());
        assertEquals(
                List.of("06/01/2021", "2021-06-30", "t"),
                List.of(declaration.opensOn(), declaration.closesOn(), declaration.hidden()));
        assertEquals(new Source("centres-vaccination", "33"), declaration.source());
        var offer = declaration.offers().get(0);
        assertEquals(
                List.of("01 99 00 12 34", "+33199001235", "www.valbrume.example", "<b>2e étage</b>"),
                List.of(offer.phone(), offer.secondPhone(), offer.website(), offer.details()));
        assertEquals("9h-17h ", offer.hours().monday());
        assertEquals("", offer.hours().tuesday());
        assertEquals("Fermé au public", offer.hours().sunday());
    }

    @ParameterizedTest
    @CsvSource({"t, required", "f, none", "'', ''", "'t ', required", "peut-être, peut-être"})
    void reads_the_appointment_column(String rdv, String appointment) {
        assertEquals(appointment, onlyOffer(Map.of("rdv", rdv)).appointment());
    }

    @Test
    void takes_the_telephone_of_the_place_where_none_is_for_bookings() {
        assertEquals("0199001234", onlyOffer(Map.of("lieu_tel", "0199001234")).phone());
        assertEquals(
                "3975",
                onlyOffer(Map.of("lieu_tel", "0199001234", "rdv_tel", "3975")).phone());
    }

    @Test
    void a_row_of_a_published_file_is_a_vaccination_without_a_named_vaccine() {
        var offer = onlyOffer(Map.of());

        assertEquals("vaccination", offer.kind());
        assertEquals(List.of(), offer.products());
    }

    @Test
    void our_own_column_names_vaccines_and_tests() {
        var offers = translation
                .declaration(row(Map.of("offre", "Vaccination : Comirnaty,Spikevax + test : antigénique")))
                .offers();

        assertEquals(
                List.of("vaccination", "testing"),
                offers.stream().map(Offer::kind).toList());
        assertEquals(List.of("Comirnaty", "Spikevax"), offers.get(0).products());
        assertEquals(List.of("antigénique"), offers.get(1).tests());
        assertEquals(
                List.of(),
                translation.declaration(row(Map.of("offre", "Aucune"))).offers());
    }

    @Test
    void the_logged_in_professional_declares_unless_our_own_columns_say_otherwise() {
        assertEquals(DECLARANT, translation.declaration(row(Map.of())).professional());
        assertEquals(
                new Declarant("8 1234", "99999100012"),
                translation
                        .declaration(row(Map.of("idnat", "8 1234", "rpps", "99999100012")))
                        .professional());
    }

    @Test
    void takes_identifier_and_RPPS_number_from_what_Pro_Sante_Connect_says() {
        var id = new NationalId("899999100011");
        var others = List.of(new OtherId("0999999999", "ADELI"), new OtherId("899999100011", "RPPS"));

        assertEquals(DECLARANT, Declarant.of(professional(id, others)));
        assertEquals(new Declarant("899999100011", ""), Declarant.of(professional(id, List.of())));
    }

    @Test
    void prints_nothing_of_what_is_declared() {
        var printed = translation
                .declaration(row(Map.of("gid", "33", "nom", "Salle", "rdv_tel", "0199001234")))
                .toString();

        assertFalse(printed.contains("Salle") || printed.contains("0199001234"), printed);
        assertFalse(DECLARANT.toString().contains("99999"), DECLARANT::toString);
    }

    private static Professional professional(NationalId id, List<OtherId> others) {
        return new Professional(id, "FICTIVE", List.of("Camille"), Optional.empty(), others, List.of());
    }

    private Offer onlyOffer(Map<String, String> cells) {
        return translation.declaration(row(cells)).offers().get(0);
    }

    private static Row.Readable row(Map<String, String> cells) {
        return new Row.Readable(2, new HashMap<>(cells));
    }
}
