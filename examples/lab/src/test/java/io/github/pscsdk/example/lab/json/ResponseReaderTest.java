package io.github.pscsdk.example.lab.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    @Test
    void reads_what_was_found_and_ignores_the_rest() throws Exception {
        var body = """
                {"status":422,"receipt":{"number":"7"},"findings":[
                  {"rule":"V-TEL","field":"offers[0].phone","severity":"E","fr":"faux","en":"wrong"},
                  {"rule":"V-HOR","severity":"W","field":"","fr":"","en":""},
                  {"rule":"V-URL","severity":"N","field":"","fr":"","en":"","later":[1]}]}""";

        assertEquals(
                List.of(
                        new Finding("V-TEL", Severity.E, "offers[0].phone", "faux", "wrong"),
                        new Finding("V-HOR", Severity.W, "", "", ""),
                        new Finding("V-URL", Severity.N, "", "", "")),
                ResponseReader.outcome(7, body).findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"status\":201}",
                "{\"status\":422,\"findings\":[]}",
                "{\"status\":409,\"findings\":[]}",
                "{\"status\":500}",
                "<html>Camille</html>",
                "[]",
                "{\"status\":201,\"findings\":\"Camille\"}",
                "{\"status\":201,\"findings\":[null]}",
                "{\"status\":201,\"findings\":[{\"severity\":\"E\"}]}",
                "{\"status\":201,\"findings\":[{\"rule\":\"V-TEL\"}]}",
                "{\"status\":201,\"findings\":[{\"rule\":\"V-TEL\",\"severity\":\"Camille\"}]}"
            })
    void any_other_answer_is_refused_and_not_quoted(String body) {
        var failure = assertThrows(
                PscException.class, () -> ResponseReader.outcome(7, body).findings());

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
        assertFalse(failure.getMessage().contains("Camille"), failure::getMessage);
        assertNull(failure.getCause());
    }
}
