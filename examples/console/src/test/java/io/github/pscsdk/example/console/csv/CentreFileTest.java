package io.github.pscsdk.example.console.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.csv.Row.Flaw;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentreFileTest {
    private static final String HEADER = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_modalites";
    private static final String ROW = "7;Salle des Songes;Rue des Trolls;49990;49951;Valbrume;";

    @Test
    void finds_columns_by_name_and_not_by_place() throws Exception {
        var file = parse("com_nom;nom;GID ;com_insee;com_cp;adr_voie\nValbrume;Salle;7;49951;49990;Rue\n");

        var row = readable(file, 0);

        assertEquals("7", row.cell("gid"));
        assertEquals("Valbrume", row.cell("com_nom"));
        assertEquals("", row.cell("rdv_tel"));
    }

    @Test
    void leaves_the_cells_as_they_are() throws Exception {
        var row = readable(parse(HEADER + "\n7; Salle ;\u00a0Rue;;;Valbrume ;\"&eacute;\"\n"), 0);

        assertEquals(" Salle ", row.cell("nom"));
        assertEquals("\u00a0Rue", row.cell("adr_voie"));
        assertEquals("Valbrume ", row.cell("com_nom"));
        assertEquals("&eacute;", row.cell("rdv_modalites"));
    }

    @Test
    void reads_quotes_delimiters_and_line_breaks_inside_a_cell() throws Exception {
        var file = parse(HEADER + "\n" + ROW + "\"un; \"\"deux\"\"\ntrois\"\n" + ROW + "\n");

        assertEquals(2, file.rows().size());
        assertEquals("un; \"deux\"\ntrois", readable(file, 0).cell("rdv_modalites"));
        assertEquals(4, file.rows().get(1).line());
    }

    @Test
    void takes_a_quote_in_the_middle_of_a_cell_literally() throws Exception {
        var file = parse(HEADER + "\n7;Salle \"A\";Rue;;;Valbrume;porte 12\"\n" + ROW + "\n");

        assertEquals("Salle \"A\"", readable(file, 0).cell("nom"));
        assertEquals("porte 12\"", readable(file, 0).cell("rdv_modalites"));
        readable(file, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takes_any_line_end_and_a_byte_order_mark(String end) throws Exception {
        var file = parse("\uFEFF" + HEADER + end + ROW + end + end + ROW);

        assertEquals(2, file.rows().size());
        assertEquals("7", readable(file, 0).cell("gid"));
        assertEquals(4, file.rows().get(1).line());
    }

    @Test
    void reads_the_encoding_of_French_Windows_where_it_is_not_UTF_8() throws Exception {
        var content = (HEADER + "\n7;Étoile;Rue;49990;49951;L’Étang;\n").getBytes(Charset.forName("windows-1252"));

        var row = readable(CentreFile.parse(content), 0);

        assertEquals("Étoile", row.cell("nom"));
        assertEquals("L’Étang", row.cell("com_nom"));
    }

    @Test
    void accepts_the_trailing_empty_column_of_January_2021() throws Exception {
        var both = parse(HEADER + ";\n" + ROW + ";\n");
        var headerOnly = parse(HEADER + ";\n" + ROW + "\n");
        var rowOnly = parse(HEADER + "\n" + ROW + ";\n");

        for (var file : List.of(both, headerOnly, rowOnly)) {
            assertEquals("Valbrume", readable(file, 0).cell("com_nom"));
        }
    }

    @Test
    void a_stray_delimiter_makes_a_row_unreadable_even_where_its_last_cells_are_empty() throws Exception {
        // Read with a shift, the postcode would be taken for the INSEE code.
        var file = parse(HEADER + "\n7;Salle;;Rue des Trolls;49990;49951;Valbrume;\n" + ROW + "\n" + ROW + "\n");

        assertEquals(Flaw.TOO_MANY_CELLS, flaw(file, 0));
        readable(file, 1);
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_unreadable_and_costs_no_other() throws Exception {
        var file = parse(HEADER + "\n7;Salle\n" + ROW + "un;deux\n;;;;;;\n" + ROW + "\n");

        assertEquals(Flaw.TOO_FEW_CELLS, flaw(file, 0));
        assertEquals(Flaw.TOO_MANY_CELLS, flaw(file, 1));
        assertEquals(Flaw.NO_CELL_FILLED, flaw(file, 2));
        readable(file, 3);
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_row_and_not_the_rest_of_the_file() throws Exception {
        var file = parse(HEADER + "\n7;\"Salle;Rue;;;Valbrume;\n" + ROW + "\"fin\"\n" + ROW + "\n");

        assertEquals(3, file.rows().size());
        assertEquals(Flaw.BROKEN_QUOTES, flaw(file, 0));
        assertEquals("fin", readable(file, 1).cell("rdv_modalites"));
        readable(file, 2);
    }

    @Test
    void two_broken_quotes_never_make_one_row_of_two() throws Exception {
        // Together the two lines have as many cells as the header: the second quote would close the first.
        var file = parse(HEADER + "\n7;\"Salle;Rue;49990;49951;Valbrume;\n8;Salle\";Rue;49990;49951;Valbrume;\n");

        assertEquals(2, file.rows().size());
        assertEquals(Flaw.BROKEN_QUOTES, flaw(file, 0));
    }

    @Test
    void text_after_a_closing_quote_makes_the_row_unreadable() throws Exception {
        var file = parse(HEADER + "\n7;\"Salle\" des Songes;Rue;;;Valbrume;\n" + ROW + "\n");

        assertEquals(Flaw.BROKEN_QUOTES, flaw(file, 0));
        readable(file, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF", HEADER, HEADER + "\n\n"})
    void a_file_without_a_row_is_refused(String content) {
        assertProblem(ConsoleProblem.INPUT_EMPTY, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nom;com_cp\n1;2\n", "{\"gid\":1}\n", "\u0000\u0001\n", "\"gid;nom\n1;2"})
    void a_file_with_other_columns_is_refused(String content) {
        assertProblem(ConsoleProblem.INPUT_LAYOUT, content);
    }

    @Test
    void names_a_wrong_delimiter() {
        var failure = assertProblem(ConsoleProblem.INPUT_LAYOUT, HEADER.replace(';', ',') + "\n");

        assertTrue(failure.getMessage().contains("the delimiter is \",\""), failure::getMessage);
    }

    @Test
    void a_missing_file_and_a_folder_are_refused(@TempDir Path folder) {
        for (var path : List.of(folder, folder.resolve("absent.csv"))) {
            var failure = assertThrows(PscException.class, () -> CentreFile.read(path));

            assertEquals(ConsoleProblem.INPUT_UNREADABLE, failure.problem());
            assertTrue(failure.getMessage().contains(path.toString()), failure::getMessage);
        }
    }

    @Test
    void printing_a_row_shows_its_line_only() throws Exception {
        assertEquals(
                "Row.Readable[line=2]",
                parse(HEADER + "\n" + ROW + "\n").rows().get(0).toString());
    }

    private static PscException assertProblem(ConsoleProblem expected, String content) {
        var failure = assertThrows(PscException.class, () -> parse(content));
        assertEquals(expected, failure.problem());
        return failure;
    }

    private static CentreFile parse(String content) throws PscException {
        return CentreFile.parse(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Row.Readable readable(CentreFile file, int index) {
        return assertInstanceOf(Row.Readable.class, file.rows().get(index));
    }

    private static Flaw flaw(CentreFile file, int index) {
        return assertInstanceOf(Row.Unreadable.class, file.rows().get(index)).flaw();
    }
}
