package io.github.pscsdk.example.lab.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentreFileTest {
    private static final String HEADER = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_modalites";

    @Test
    void gives_every_row_also_one_that_cannot_be_read() throws Exception {
        var rows = parse(HEADER + "\n7;Salle des Songes;Rue des Trolls;49990;49951;Valbrume;\n8;Salle\n");

        assertEquals(
                "Valbrume",
                assertInstanceOf(Row.Readable.class, rows.get(0)).cells().get("com_nom"));
        assertInstanceOf(Row.Unreadable.class, rows.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF", HEADER, HEADER + "\n\n"})
    void a_file_without_a_row_is_refused(String content) {
        assertProblem(LabProblem.INPUT_EMPTY, content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nom;com_cp\n1;2\n",
                "{\"gid\":1}\n{}\n",
                "\u0000\u0001\nx\n",
                "\"gid;nom\n1;2",
                "finess;titre\n1;2\n"
            })
    void a_file_with_other_columns_is_refused(String content) {
        assertProblem(LabProblem.INPUT_LAYOUT, content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rs,adresse,mod_prel\n1,2,3\n",
                "finess;titre;type_de_test\n1;2;3\n",
                "finess;titre;modalites_accueil\n1;2;3\n"
            })
    void every_published_layout_is_taken(String content) throws Exception {
        assertEquals(1, parse(content).size());
    }

    private static void assertProblem(Problem expected, String content) {
        var failure = assertThrows(PscException.class, () -> parse(content));
        assertEquals(expected, failure.problem());
    }

    private static List<Row> parse(String content) throws PscException, InterruptedException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var file = CentreFile.of(() -> new ByteArrayInputStream(bytes));
        var rows = file.read(all -> all.next(Integer.MAX_VALUE));
        assertEquals(rows.size(), file.size());
        return rows;
    }
}
