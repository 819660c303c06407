package io.github.pscsdk.example.console.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.console.csv.Row;
import io.github.pscsdk.example.console.declaration.Declarant;
import io.github.pscsdk.example.console.declaration.RowTranslation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationWriterTest {
    @Test
    void writes_what_the_form_takes_and_leaves_out_what_is_absent() {
        var row = new Row.Readable(
                2,
                Map.of("gid", "33", "nom", "Étoile", "rdv", "t", "rdv_lundi", "9h-17h", "offre", "test : salivaire"));
        var declaration = new RowTranslation(new Declarant("899999100011", "")).declaration(row);

        var json = new String(DeclarationWriter.write(declaration), StandardCharsets.UTF_8);

        assertEquals("""
                {"professional":{"nationalId":"899999100011"},"place":{"name":"Étoile"},\
                "offers":[{"kind":"testing","tests":["salivaire"],"appointment":"required",\
                "hours":{"monday":"9h-17h"}}],"source":{"system":"centres-vaccination","id":"33"}}""", json);
    }
}
