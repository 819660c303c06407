package io.github.pscsdk.example.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.example.imports.csv.CsvRefusedException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fictitious row of each layout, in each drift. */
class LayoutsTest {
    private static final String CENTRES_OF_NOVEMBER =
            "gid;nom;arrete_pref_numero;xy_precis;id_adr;adr_num;adr_voie;com_cp;"
                    + "com_insee;com_nom;lat_coor1;long_coor1;structure_siren;_edit_datemaj;lieu_accessibilite;rdv_lundi;"
                    + "rdv_dimanche;rdv;date_fermeture;date_ouverture;rdv_site_web;rdv_tel;rdv_tel2;rdv_modalites;"
                    + "rdv_consultation_prevaccination;centre_svi_repondeur;centre_fermeture;reserve_professionels_sante;centre_type";
    private static final String CENTRE = "33;Salle des Songes;2021-1;0.97;21540_0860_00129;129;Rue des Essais;21850;"
            + "21540;Ville-Test;47.3325;5.08103;130007933;2021-06-06;oui;08:00-12:00;fermé;t;2021-06-30;2021-01-06;"
            + "https://rdv.example.fr;+33345810421;3975;Entrée par la cour;t;f;f;f;"
            + "\"{\"\"Equipe mobile\"\",\"\"Grand centre\"\"}\"";
    private static final String SITES = "ID,id_ej,finess,rs,adresse,cpl_loc,do_prel,do_antigenic,longitude,latitude,"
            + "mod_prel,public,horaire,horaire_prio,check_rdv,tel_rdv,web_rdv,date_modif";
    private static final String SITE =
            "abc,700004591,700000029,Labo Fictif,12 rue des Essais 70000 Vesoul,Tente,OUI,OUI,"
                    + "6.15,47.63,Sur place/Drive,Tout public/Femmes enceintes,lundi : 8h-12h | dimanche : fermé,"
                    + "lundi : 8h-9h,Sur rendez-vous uniquement,03 84 00 00 00,www.example.fr,2020-10-29";

    @Test
    void vaccination_centres_of_April_to_November() throws Exception {
        var imported = Imported.of(CENTRES_OF_NOVEMBER + "\n" + CENTRE + "\n");

        assertEquals(PublishedLayout.VACCINATION_CENTRES, imported.report().layout());
        var row = imported.only();
        assertEquals(Optional.of("33"), row.key());
        var declaration = row.declaration().orElseThrow();
        var place = declaration.place();
        assertEquals(Optional.of("129"), place.streetNumber());
        assertEquals(Optional.of("21540_0860_00129"), place.banId());
        assertEquals(Optional.of("0.97"), place.precision());
        assertEquals(Optional.of("130007933"), place.siren());
        assertEquals(Optional.of("oui"), place.accessibility());
        assertEquals(Optional.of("2021-06-30"), declaration.closesOn());
        assertEquals(Optional.of("f"), declaration.hidden());
        var offer = declaration.offers().get(0);
        assertEquals(Optional.of("vaccination"), offer.kind());
        assertEquals(List.of("Equipe mobile"), offer.modes());
        assertEquals(Optional.of("t"), offer.consultation());
        assertEquals(Optional.of("f"), offer.voiceServer());
        assertEquals(Optional.of("f"), offer.professionalsOnly());
        assertEquals(Optional.of("required"), offer.appointment());
        assertEquals(Optional.of("3975"), offer.secondPhone());
        assertEquals(Optional.of("Entrée par la cour"), offer.details());
        assertEquals(Map.of(DayOfWeek.MONDAY, "08h00-12h00"), offer.hours());
        assertEquals("[V-HOR(N) on offers[0].hours.monday]", row.findings().toString());
        // "Grand centre" has no home.
        assertEquals(List.of("arrete_pref_numero", "_edit_datemaj", "centre_type"), row.notTakenOver());
    }

    @Test
    void vaccination_centres_of_January_with_their_dates_telephone_and_trailing_column() throws Exception {
        var imported =
                Imported.of("gid;nom;adr_num;adr_voie;com_cp;com_insee;com_nom;rdv;date_ouverture;rdv_tel;lieu_tel;\n"
                        + "7;Salle;1;Rue;21850;21540;Ville-Test;f;06/01/2021;;0345810421;\n");

        var row = imported.only();
        assertEquals(Optional.of("2021-01-06"), row.declaration().orElseThrow().opensOn());
        assertEquals(
                Optional.of("+33345810421"),
                row.declaration().orElseThrow().offers().get(0).phone());
        assertEquals(
                "[V-TEL(N) on offers[0].phone, V-DATE(N) on opensOn]",
                row.findings().toString());
        assertEquals(List.of(), row.notTakenOver());
    }

    @Test
    void the_telephone_of_a_place_is_told_where_that_of_the_bookings_takes_its_field() throws Exception {
        var row = Imported.of("gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;lieu_tel\n"
                        + "7;Salle;Rue;21850;21540;Ville-Test;+33345810421;0345810400\n")
                .only();

        assertEquals(List.of("lieu_tel"), row.notTakenOver());
    }

    @Test
    void vaccination_centres_of_March_have_no_type() throws Exception {
        var imported = Imported.of(CENTRES_OF_NOVEMBER.replace(";centre_type", "") + "\n"
                + CENTRE.substring(0, CENTRE.lastIndexOf(";\"{")) + "\n");

        assertEquals(
                List.of(),
                imported.only().declaration().orElseThrow().offers().get(0).modes());
    }

    @Test
    void testing_sites_of_2020() throws Exception {
        var imported = Imported.of(SITES + "\n" + SITE + "\n");

        assertEquals(PublishedLayout.TESTING_SITES, imported.report().layout());
        var row = imported.only();
        var declaration = row.declaration().orElseThrow();
        var address = declaration.place();
        assertEquals(Optional.of("12 rue des Essais"), address.street());
        assertEquals(Optional.of("70000"), address.postcode());
        assertEquals(Optional.of("Vesoul"), address.town());
        assertEquals(Optional.of("Tente"), address.complement());
        assertEquals(Optional.of("700004591"), declaration.place().legalFiness());
        var offer = declaration.offers().get(0);
        assertEquals(List.of("RT-PCR", "antigénique"), offer.tests());
        assertEquals(List.of("Sur place", "Drive"), offer.modes());
        assertEquals(List.of("Tout public", "Femmes enceintes"), offer.audience());
        assertEquals(Optional.of("Lundi : 08h00-09h00"), offer.priorityHours());
        assertEquals(Map.of(DayOfWeek.MONDAY, "08h00-12h00"), offer.hours());
        assertEquals(Optional.of("required"), offer.appointment());
        assertEquals(Optional.of("https://www.example.fr"), offer.website());
        assertTrue(row.findings().stream()
                .allMatch(finding -> finding.severity().name().equals("N")));
        assertEquals(List.of("date_modif"), row.notTakenOver());
    }

    @Test
    void testing_sites_of_the_older_layout_did_RT_PCR_and_it_is_told() throws Exception {
        var row = Imported.of("id_ej,finess,rs,adresse,cpl_loc,capa_prel,mod_prel,public,check_rdv\n"
                        + "700004591,700000029,Labo,12 rue 70000 Vesoul,,30,Sur place,Tout public,Sans rendez-vous\n")
                .only();

        assertEquals(
                List.of("RT-PCR"),
                row.declaration().orElseThrow().offers().get(0).tests());
        assertEquals("V-CSV(N) on row", row.findings().get(0).toString());
        assertEquals(List.of("capa_prel"), row.notTakenOver());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTRE, Cabinet infirmier",
        "IDE, Cabinet infirmier",
        "' autre ', Salle des fêtes",
        "AUTRE, Collaboration",
        "IDE, ''"
    })
    void a_testing_site_that_says_it_has_no_FINESS_number_has_none_and_it_is_told(String word, String name)
            throws Exception {
        var row = Imported.of(SITES + "\n" + site(word, name) + "\n").only();

        assertEquals(Optional.empty(), row.declaration().orElseThrow().place().finess());
        assertEquals("V-FINESS(N) on place.finess", row.findings().get(0).toString());
        assertTrue(row.findings().get(0).fr().contains("AUTRE ou IDE"), row::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTRE, LABORATOIRE FICTIF",
        "IDE, Laboratoires Fictifs (parking)",
        "AUTRE, Dépistage LBM FICTIF",
        "AUTRE, Pharmacie Fictive",
        "DRIVE, Cabinet infirmier",
        "A PRECISER, Cabinet infirmier",
        "AUTRES, Cabinet infirmier",
        "70000002900011, Cabinet infirmier"
    })
    void a_laboratory_a_pharmacy_and_any_other_word_are_rejected_by_the_rule_on_numbers(String word, String name)
            throws Exception {
        var row = Imported.of(SITES + "\n" + site(word, name) + "\n").only();

        assertTrue(row.isRejected());
        assertTrue(row.findings().toString().contains("V-FINESS(E) on place.finess"), row::toString);
    }

    private static String site(String finess, String name) {
        return SITE.replace("700000029,Labo Fictif", finess + "," + name);
    }

    @ParameterizedTest
    @CsvSource({
        "NON,NON,V-OFFRE(E) on offers[0].tests",
        "peut-être,NON,V-OFFRE(E) on offers[0].tests[0]",
        "'','',V-OFFRE(E) on offers[0].tests"
    })
    void a_testing_site_without_a_test_is_rejected_by_the_rule_on_offers(String pcr, String antigen, String finding)
            throws Exception {
        var row = Imported.of(SITES + "\n" + SITE.replace("OUI,OUI", pcr + "," + antigen) + "\n")
                .only();

        assertTrue(row.isRejected());
        assertTrue(row.findings().toString().contains(finding), row::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "1 AV IRENE JOLIOT CURIE 31059 TOULOUSE CEDEX 9 > 1 AV IRENE JOLIOT CURIE, 31059, TOULOUSE CEDEX 9",
                "97150 Saint-Martin > -, 97150, Saint-Martin",
                "BP 12345 rue 70000 Vesoul > BP 12345 rue, 70000, Vesoul",
                "Aéroport Pole Caraibes > Aéroport Pole Caraibes, -, -",
                "rue 700001 Vesoul > rue 700001 Vesoul, -, -",
                "Ville-Test (21850) > -, 21850, Ville-Test (",
                "12 rue des Essais, Ville-Test (21850) > 12 rue des Essais, 21850, Ville-Test (",
                "12 rue des Essais Ville-Test 21850 > 12 rue des Essais Ville-Test, 21850, -",
                "12 rue des Essais, 59700, Marcq-en-Barœul > 12 rue des Essais,, 59700, , Marcq-en-Barœul",
                "rue des Essais 70000 Vesoul BP 40005 > rue des Essais, 70000, Vesoul BP 40005",
                "lieu-dit Les Essais 2A000 Ajaccio > lieu-dit Les Essais, 2A000, Ajaccio",
                "rue des Essais 97150 Saint-Martin > rue des Essais, 97150, Saint-Martin"
            })
    void an_address_on_one_line_is_cut_at_its_last_postcode(String line, String parts) {
        var address = TestingSites.address(Optional.of(line));

        var found = List.of(address.street(), address.postcode(), address.town()).stream()
                .map(part -> part.map(String::strip).orElse("-"))
                .toList();
        assertEquals(parts, String.join(", ", found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Finess;Titre;type_de_test;Adresse_voie 1;Adresse_voie 2;Adresse_codepostal;Adresse_ville;Modalites_accueil;Telephone(s)",
                "\uFEFFFINESS_associe;titre;Type_de_test;adresse_voie 1;adresse_voie 2;adresse_codepostale;adresse_ville;Modalité_accueil;Téléphone(s)"
            })
    void laboratories_after_2020_whatever_the_spelling_of_their_columns(String header) throws Exception {
        var imported = Imported.of(
                header + "\n700000029;Labo;RT-PCR/Salivaire;12 rue;Tente;70000;Vesoul;Sans attente;0384000000\n");

        assertEquals(PublishedLayout.LABORATORIES, imported.report().layout());
        var declaration = imported.only().declaration().orElseThrow();
        var offer = declaration.offers().get(0);
        assertEquals(Optional.of("700000029"), declaration.place().finess());
        assertEquals(Optional.of("70000"), declaration.place().postcode());
        assertEquals(List.of("RT-PCR", "salivaire"), offer.tests());
        assertEquals(Optional.of("+33384000000"), offer.phone());
        assertEquals(Optional.of("Sans attente"), offer.details());
        assertEquals(List.of(), imported.only().notTakenOver());
    }

    @Test
    void laboratories_whose_access_is_HTML() throws Exception {
        var row = Imported.of(
                        "finess;titre;type_de_test;adresse_voie 1;adresse_codepostal;adresse_ville;modalites_accueil\n"
                                + "700000029;Labo;RT-PCR;12 rue;70000;Vesoul;<p><strong>Accès :</strong> sans rendez-vous</p> de plus\n")
                .only();

        assertEquals(
                Optional.of("none"),
                row.declaration().orElseThrow().offers().get(0).appointment());
        assertEquals(List.of("modalites_accueil"), row.notTakenOver());
    }

    @Test
    void laboratories_with_a_second_telephone_in_their_HTML_lose_neither() throws Exception {
        var row = Imported.of(
                        "finess;titre;type_de_test;adresse_voie 1;adresse_codepostal;adresse_ville;modalites_accueil;telephone\n"
                                + "700000029;Labo;RT-PCR;12 rue;70000;Vesoul;<p><strong>Téléphone pour la prise de rendez-vous : </strong>"
                                + "0384000001</p>;0384000000\n")
                .only();

        var access = row.declaration().orElseThrow().offers().get(0);
        assertEquals(Optional.of("+33384000000"), access.phone());
        assertEquals(Optional.of("+33384000001"), access.secondPhone());
    }

    @Test
    void what_was_imported_can_always_be_read_back() throws Exception {
        var many = String.join("/", Collections.nCopies(60, "Drive"));
        var imported = Imported.of(SITES + "\n"
                + SITE.replace("Sur place/Drive", many).replace("Tente", "x".repeat(9_990)) + "\n"
                + SITE.replace("Tente", "x".repeat(10_001)) + "\n");

        var kept = imported.rows().get(0).declaration().orElseThrow();
        assertEquals(1, kept.offers().get(0).modes().size());
        assertEquals(
                kept,
                DeclarationDocument.read(DeclarationDocument.canonical(kept).getBytes(StandardCharsets.UTF_8)));
        assertTrue(imported.rows().get(1).isRejected());
    }

    @Test
    void flu_pharmacies() throws Exception {
        var imported =
                Imported.of("Finess;Titre;\"Adresse_voie 1\";\"Adresse_voie 2\";Adresse_codepostal;Adresse_ville;"
                        + "Modalites_accueil;Adresse_latitude;Adresse_longitude\n"
                        + "590012621;\"Pharmacie Fictive\";\"93 Rue\";;59180;Ville;\"<p><strong>Accès :</strong> avec rendez-vous</p>,"
                        + "<div class=\"\"horaires\"\"><li>Lundi : 08h30-12h00</li></div>,<p><strong>Téléphone pour la prise de "
                        + "rendez-vous : </strong>0328000000</p>\";51.002269;2.359077\n");

        assertEquals(PublishedLayout.FLU_PHARMACIES, imported.report().layout());
        var declaration = imported.only().declaration().orElseThrow();
        var offer = declaration.offers().get(0);
        assertEquals(Optional.of("590012621"), imported.only().key());
        assertEquals(Optional.of("grippe"), offer.disease());
        assertEquals(Optional.of("required"), offer.appointment());
        assertEquals(Optional.of("+33328000000"), offer.phone());
        assertEquals(Map.of(DayOfWeek.MONDAY, "08h30-12h00"), offer.hours());
        assertEquals(Optional.of("51.002269"), declaration.place().latitude());
    }

    @Test
    void a_row_in_the_encoding_of_Windows_says_so() throws Exception {
        var file = (SITES + "\n" + SITE.replace("Tente", "Entrée") + "\n").getBytes(Charset.forName("windows-1252"));

        var row = Imported.of(file, Bounds.DEFAULT).only();

        assertEquals("V-CSV(N) on row", row.findings().get(0).toString());
        assertEquals(
                Optional.of("Entrée"), row.declaration().orElseThrow().place().complement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nom;com_cp\n1;2\n", "{\"gid\":1}\n{}\n", "\u0000\u0001\nx\n", "\"gid;nom\n1;2"})
    void a_file_with_other_columns_is_refused(String content) {
        var refused = assertThrows(CsvRefusedException.class, () -> Imported.of(content));

        assertEquals(Reason.UNKNOWN_LAYOUT, refused.reason());
    }
}
