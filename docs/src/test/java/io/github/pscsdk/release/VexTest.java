package io.github.pscsdk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.documents.Repository;
import java.io.IOException;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VexTest {
    private static final String VEX = Repository.read("docs/vex.json");
    private static final String ENTRY =
            "\"vulnerabilities\": [{\"id\": \"CVE-2026-0001\", \"analysis\": {\"state\": \"not_affected\"}}]";

    @Test
    void the_vex_keeps_to_the_schema_of_CycloneDX() throws Exception {
        assertEquals(List.of(), faults(VEX));
    }

    @Test
    void an_entry_keeps_to_it_too() throws Exception {
        assertEquals(List.of(), faults(VEX.replace("\"vulnerabilities\": []", ENTRY)));
    }

    @ParameterizedTest
    @CsvSource({"not_affected, harmless", "analysis, opinion", "id, identifier"})
    void a_deviation_is_found(String part, String other) throws Exception {
        assertNotEquals(List.of(), faults(VEX.replace("\"vulnerabilities\": []", ENTRY.replace(part, other))));
    }

    private static List<ParseException> faults(String json) throws IOException {
        return new JsonParser().validate(json, Version.VERSION_16);
    }
}
