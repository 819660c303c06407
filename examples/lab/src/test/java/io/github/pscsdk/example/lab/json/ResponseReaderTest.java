package io.github.pscsdk.example.lab.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Severity;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    @Test
    void reads_rule_and_severity_and_ignores_the_rest() throws Exception {
        var body = """
                {"receipt":{"number":"7"},"findings":[
                  {"rule":"V-TEL","field":"offers[0].phone","severity":"E","fr":"…","en":"…"},
                  {"rule":"V-HOR","severity":"W"},{"rule":"V-URL","severity":"N","later":[1]}]}""";

        assertEquals(
                List.of(
                        Finding.rejecting("V-TEL"),
                        new Finding("V-HOR", Severity.WARNED),
                        new Finding("V-URL", Severity.CORRECTED)),
                ResponseReader.findings(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "<html>Camille</html>",
                "[]",
                "{\"findings\":\"Camille\"}",
                "{\"findings\":[null]}",
                "{\"findings\":[{\"severity\":\"E\"}]}",
                "{\"findings\":[{\"rule\":\"V-TEL\"}]}",
                "{\"findings\":[{\"rule\":\"V-TEL\",\"severity\":\"Camille\"}]}"
            })
    void any_other_answer_is_refused_and_not_quoted(String body) {
        var failure = assertThrows(PscException.class, () -> ResponseReader.findings(body));

        assertEquals(LabProblem.ANSWER_UNUSABLE, failure.problem());
        assertFalse(failure.getMessage().contains("Camille"), failure::getMessage);
        assertNull(failure.getCause());
    }
}
