package io.github.pscsdk.example.imports.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.imports.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.imports.csv.Row.Flaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final String HEADER = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_modalites";
    private static final String ROW = "7;Salle des Songes;Rue des Trolls;49990;49951;Valbrume;";

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void finds_the_delimiter_by_the_header(String delimiter) throws Exception {
        var rows = read("GID ;Nom\n7;Salle\n".replace(";", delimiter));

        assertEquals("7", readable(rows, 0).cells().get("gid"));
        assertEquals("Salle", readable(rows, 0).cells().get("nom"));
    }

    @Test
    void a_column_that_comes_twice_loses_no_cell() throws Exception {
        var rows = read("nom;nom\nun;deux\n");

        assertEquals("un", readable(rows, 0).cells().get("nom"));
        assertEquals("deux", readable(rows, 0).cells().get("nom (2)"));
    }

    @Test
    void leaves_the_cells_as_they_are() throws Exception {
        var cells = readable(read(HEADER + "\n7; Salle ;\u00a0Rue;;;Valbrume ;\"&eacute;\"\n"), 0)
                .cells();

        assertEquals(" Salle ", cells.get("nom"));
        assertEquals("\u00a0Rue", cells.get("adr_voie"));
        assertEquals("Valbrume ", cells.get("com_nom"));
        assertEquals("&eacute;", cells.get("rdv_modalites"));
    }

    @Test
    void reads_quotes_delimiters_and_line_breaks_inside_a_cell() throws Exception {
        var rows = read(HEADER + "\n" + ROW + "\"un; \"\"deux\"\"\ntrois\"\n" + ROW + "\n");

        assertEquals(2, rows.size());
        assertEquals("un; \"deux\"\ntrois", readable(rows, 0).cells().get("rdv_modalites"));
        assertEquals(4, rows.get(1).line());
    }

    @Test
    void takes_a_quote_in_the_middle_of_a_cell_literally() throws Exception {
        var rows = read(HEADER + "\n7;Salle \"A\";Rue;;;Valbrume;porte 12\"\n" + ROW + "\n");

        assertEquals("Salle \"A\"", readable(rows, 0).cells().get("nom"));
        assertEquals("porte 12\"", readable(rows, 0).cells().get("rdv_modalites"));
        readable(rows, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takes_any_line_end_and_a_byte_order_mark(String end) throws Exception {
        var rows = read("\uFEFF" + HEADER + end + ROW + end + end + ROW);

        assertEquals(2, rows.size());
        assertEquals("7", readable(rows, 0).cells().get("gid"));
        assertEquals(4, rows.get(1).line());
    }

    @Test
    void a_line_that_is_no_UTF_8_is_read_in_the_encoding_of_French_Windows_and_says_so() throws Exception {
        var content = (HEADER + "\n7;Étoile;Rue;49990;49951;L’Étang;\n").getBytes(Charset.forName("windows-1252"));

        var row = readable(read(new ByteArrayInputStream(content), Bounds.DEFAULT), 0);

        assertEquals("Étoile", row.cells().get("nom"));
        assertEquals("L’Étang", row.cells().get("com_nom"));
        assertTrue(row.windows());
        assertFalse(readable(read(HEADER + "\n7;Étoile;Rue;49990;49951;L’Étang;\n"), 0)
                .windows());
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER + ";\n" + ROW + ";\n", HEADER + ";\n" + ROW + "\n", HEADER + "\n" + ROW + ";\n"})
    void accepts_the_trailing_empty_column_of_January_2021(String content) throws Exception {
        assertEquals("Valbrume", readable(read(content), 0).cells().get("com_nom"));
    }

    @Test
    void a_stray_delimiter_makes_a_row_unreadable_even_where_its_last_cells_are_empty() throws Exception {
        // Read with a shift, the postcode would be taken for the INSEE code.
        var rows = read(HEADER + "\n7;Salle;;Rue des Trolls;49990;49951;Valbrume;\n" + ROW + "\n" + ROW + "\n");

        assertEquals(Flaw.TOO_MANY_CELLS, flaw(rows, 0));
        readable(rows, 1);
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_unreadable_and_costs_no_other() throws Exception {
        var rows = read(HEADER + "\n7;Salle\n" + ROW + "un;deux\n;;;;;;\n" + ROW + "\n");

        assertEquals(Flaw.TOO_FEW_CELLS, flaw(rows, 0));
        assertEquals(Flaw.TOO_MANY_CELLS, flaw(rows, 1));
        assertEquals(Flaw.NO_CELL_FILLED, flaw(rows, 2));
        readable(rows, 3);
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_row_and_not_the_rest_of_the_file() throws Exception {
        var rows = read(HEADER + "\n7;\"Salle;Rue;;;Valbrume;\n" + ROW + "\"fin\"\n" + ROW + "\n");

        assertEquals(3, rows.size());
        assertEquals(Flaw.BROKEN_QUOTES, flaw(rows, 0));
        assertEquals("fin", readable(rows, 1).cells().get("rdv_modalites"));
        readable(rows, 2);
    }

    @Test
    void two_broken_quotes_never_make_one_row_of_two() throws Exception {
        // Together the two lines have as many cells as the header: the second quote would close the first.
        var rows = read(HEADER + "\n7;\"Salle;Rue;49990;49951;Valbrume;\n8;Salle\";Rue;49990;49951;Valbrume;\n");

        assertEquals(2, rows.size());
        assertEquals(Flaw.BROKEN_QUOTES, flaw(rows, 0));
    }

    @Test
    void a_cell_of_several_lines_may_be_the_first_of_its_row() throws Exception {
        var rows = read("a;b;c\n\"un\ndeux\";2;3\n4;5;6\n");

        assertEquals("un\ndeux", readable(rows, 0).cells().get("a"));
        assertEquals("4", readable(rows, 1).cells().get("a"));
    }

    @Test
    void a_row_that_was_cut_off_within_quotes_costs_no_other() throws Exception {
        var rows = read(HEADER + "\n7;\"Salle\n" + (ROW + "\n").repeat(3) + ROW + "\"fin\"\n");

        assertEquals(5, rows.size());
        assertEquals(Flaw.BROKEN_QUOTES, flaw(rows, 0));
        for (var i = 1; i < 5; i++) {
            readable(rows, i);
        }
    }

    @Test
    void text_after_a_closing_quote_makes_the_row_unreadable() throws Exception {
        var rows = read(HEADER + "\n7;\"Salle\" des Songes;Rue;;;Valbrume;\n" + ROW + "\n");

        assertEquals(Flaw.BROKEN_QUOTES, flaw(rows, 0));
        readable(rows, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF", HEADER, HEADER + "\n\n"})
    void a_file_without_a_row_is_refused(String content) {
        assertEquals(Reason.EMPTY, refusal(content, Bounds.DEFAULT));
    }

    @Test
    void a_file_of_more_rows_than_the_bounds_is_refused_at_the_first_too_many() throws Exception {
        var bounds = new Bounds(10_000, 3, 1_000);
        var three = HEADER + "\n" + (ROW + "\n").repeat(3);

        assertEquals(3, read(stream(three), bounds).size());
        assertEquals(Reason.TOO_MANY_ROWS, refusal(three + ROW, bounds));
    }

    @Test
    void a_file_of_more_bytes_than_the_bounds_is_refused_without_being_read_to_its_end() {
        var bounds = new Bounds(100_000, Integer.MAX_VALUE, 1_000);
        var endless = new EndlessRows(HEADER + "\n", ROW + "\n");

        var refused = assertThrows(CsvRefusedException.class, () -> read(endless, bounds));

        assertEquals(Reason.TOO_MANY_BYTES, refused.reason());
        assertTrue(endless.given < 200_000, () -> endless.given + " bytes");
    }

    @Test
    void a_huge_cell_costs_its_row_and_no_other() throws Exception {
        var bounds = new Bounds(1L << 24, 100, 200);
        var content = HEADER + "\n" + ROW + "x".repeat(1_000_000) + "\n" + ROW + "\n" + ROW + "\"" + "y".repeat(190)
                + "\n" + "z".repeat(190) + "\"\n" + ROW + "\n";

        var rows = read(stream(content), bounds);

        assertEquals(Flaw.TOO_LONG, flaw(rows, 0));
        readable(rows, 1);
        assertTrue(rows.stream().filter(Row.Readable.class::isInstance).count() >= 2);
        readable(rows, rows.size() - 1);
    }

    @Test
    void quotes_that_never_close_cost_each_its_own_row_however_many_there_are() throws Exception {
        var line = "7;\"" + "x\"\"".repeat(600) + "\n";

        var rows = read(HEADER + "\n" + line.repeat(500));

        assertEquals(500, rows.size());
        assertTrue(rows.stream().allMatch(Row.Unreadable.class::isInstance));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_refusal_is_written_in_both_languages(Reason reason) {
        var text = new CsvRefusedException(reason, "").text();

        assertTrue(text.french().endsWith("."));
        assertTrue(text.english().endsWith("."));
        assertFalse(text.french().contains("'"));
    }

    @Test
    void printing_a_row_shows_its_line_only() throws Exception {
        assertEquals(
                "Row.Readable[line=2]", read(HEADER + "\n" + ROW + "\n").get(0).toString());
    }

    @Test
    void what_was_written_is_read_back_and_no_cell_is_a_formula() throws Exception {
        var text = new StringBuilder();
        var writer = new CsvWriter(text);
        writer.row(List.of("a", "b", "c"));
        writer.row(List.of("un; \"deux\"\ntrois", "=1+1", "-"));

        var cells = readable(read(text.toString()), 0).cells();

        assertEquals("un; \"deux\"\ntrois", cells.get("a"));
        assertEquals("'=1+1", cells.get("b"));
        assertEquals("'-", cells.get("c"));
    }

    private static Reason refusal(String content, Bounds bounds) {
        return assertThrows(CsvRefusedException.class, () -> read(stream(content), bounds))
                .reason();
    }

    private static List<Row> read(String content) throws IOException, CsvRefusedException {
        return read(stream(content), Bounds.DEFAULT);
    }

    private static List<Row> read(InputStream in, Bounds bounds) throws IOException, CsvRefusedException {
        var rows = new ArrayList<Row>();
        var file = CsvFile.open(in, bounds);
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Row.Readable readable(List<Row> rows, int index) {
        return assertInstanceOf(Row.Readable.class, rows.get(index));
    }

    private static Flaw flaw(List<Row> rows, int index) {
        return assertInstanceOf(Row.Unreadable.class, rows.get(index)).flaw();
    }

    /** A header, then rows for ever. */
    private static final class EndlessRows extends InputStream {
        private final byte[] first;
        private final byte[] again;
        private long given;

        private EndlessRows(String first, String again) {
            this.first = first.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            var at = given++;
            return at < first.length ? first[(int) at] : again[(int) ((at - first.length) % again.length)];
        }
    }
}
