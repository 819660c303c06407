package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.pscsdk.diagnostic.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static final Assessment NOTHING_SEEN = Assessment.of(Obligations.builtIn(), List.of(), List.of());

    @Test
    void a_parser_reads_a_header_and_a_row_for_each_obligation() throws Exception {
        var table = new Report(NOTHING_SEEN, Obligations.texts(Language.FRENCH)).csv();

        var mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        var rows = mapper.readerForListOf(String.class)
                .<List<String>>readValues(table.substring(1))
                .readAll();
        assertEquals(24, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.size() == 9));
        assertEquals("Une machine ne peut pas le dire", rows.get(1).get(6));
    }

    @Test
    void excel_sees_by_the_first_bytes_that_it_is_utf_8() {
        var bytes = new Report(NOTHING_SEEN, Obligations.texts(Language.FRENCH))
                .csv()
                .getBytes(StandardCharsets.UTF_8);

        assertEquals((byte) 0xEF, bytes[0]);
        assertEquals((byte) 0xBB, bytes[1]);
        assertEquals((byte) 0xBF, bytes[2]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
                    =cmd()      | "'=cmd()"
                    +1          | "'+1"
                    -1          | "'-1"
                    @SUM(A1)    | "'@SUM(A1)"
                    a "b", c    | "a ""b"", c"
                    a=b         | "a=b"
                    """)
    void no_cell_is_taken_for_a_formula_or_ends_early(String text, String cell) {
        assertEquals(cell, Report.cell(text));
    }

    @Test
    void a_tab_or_a_line_end_in_front_is_no_way_round() {
        assertEquals("\"'\t=1\"", Report.cell("\t=1"));
        assertEquals("\"'\r=1\"", Report.cell("\r=1"));
    }
}
