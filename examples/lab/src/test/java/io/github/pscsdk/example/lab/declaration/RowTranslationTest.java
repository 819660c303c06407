package io.github.pscsdk.example.lab.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.imports.csv.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTranslationTest {
    @Test
    void sends_each_cell_as_it_stands_and_leaves_out_what_is_absent() {
        var declaration = translate(Map.of(
                "gid", "33",
                "nom", " Étoile ",
                "com_cp", " 49990",
                "rdv", "t",
                "rdv_tel", "01 99 00 12 34",
                "rdv_lundi", "9h-17h ",
                "rdv_mardi", " ",
                "finess", "499999803",
                "offre", "test : salivaire"));

        assertEquals("""
                {"professional":{},"place":{"name":" Étoile ","postcode":" 49990","finess":"499999803"},\
                "offers":[{"kind":"testing","tests":["salivaire"],"appointment":"required","phone":"01 99 00 12 34",\
                "hours":{"monday":"9h-17h "}}],"source":{"system":"centres-vaccination","id":"33"}}""", DeclarationDocument.canonical(declaration));
    }

    @Test
    void a_row_of_a_published_file_is_a_vaccination_without_a_named_vaccine() {
        var offer = translate(Map.of()).offers().get(0);

        assertEquals(Optional.of("vaccination"), offer.kind());
        assertEquals(List.of(), offer.products());
    }

    @Test
    void our_own_column_names_vaccines_and_tests() {
        var offers = translate(Map.of("rdv", "f", "offre", "Vaccination : Comirnaty,Spikevax + test : antigénique"))
                .offers();

        assertEquals(
                List.of(Optional.of("vaccination"), Optional.of("testing")),
                offers.stream().map(Offer::kind).toList());
        assertEquals(List.of("Comirnaty", "Spikevax"), offers.get(0).products());
        assertEquals(List.of("antigénique"), offers.get(1).tests());
        assertEquals(Optional.of("none"), offers.get(1).appointment());
        assertEquals(List.of(), translate(Map.of("offre", "Aucune")).offers());
    }

    @Test
    void a_row_of_another_published_layout_is_read_as_the_import_reads_it() {
        var testing = translate(Map.of(
                "rs",
                "Cabinet",
                "adresse",
                "12 rue 49990 Ville",
                "mod_prel",
                "Sur place",
                "finess",
                "AUTRE",
                "do_prel",
                "OUI"));
        var pharmacy = translate(Map.of("finess", "499999803", "titre", "Officine", "modalites_accueil", ""));

        assertEquals(List.of("RT-PCR"), testing.offers().get(0).tests());
        assertEquals(Optional.of("49990"), testing.place().postcode());
        assertEquals(Optional.empty(), testing.place().finess());
        assertEquals(Optional.of("grippe"), pharmacy.offers().get(0).disease());
    }

    @Test
    void who_declares_is_left_to_the_form_unless_our_own_columns_say_it() {
        var nobody = new Declarant(Optional.empty(), Optional.empty(), Optional.empty());
        var somebody = new Declarant(Optional.of("8 1234"), Optional.of("99999100012"), Optional.empty());

        assertEquals(nobody, translate(Map.of()).professional());
        assertEquals(
                somebody,
                translate(Map.of("idnat", "8 1234", "rpps", "99999100012")).professional());
    }

    private static Declaration translate(Map<String, String> cells) {
        var row = new Row.Readable(2, cells, false);
        return RowTranslation.of(row).declaration(row);
    }
}
