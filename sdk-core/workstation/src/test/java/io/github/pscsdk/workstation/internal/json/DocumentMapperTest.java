package io.github.pscsdk.workstation.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.ProxyStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentMapperTest {
    private static final String SESSION = """
            {"clientId":"editeur-demo","session_state":"s-1","expiresAt":"2026-01-01T13:00:00+01:00","later":{"a":[1]},
             "professional":{
              "nationalId":"899999100029","familyName":"FICTIVE","givenNames":["Zoé","Ana"],
              "civility":{"system":"1.2.250.1.71.1.2.7","code":"M"},
              "otherIds":[{"value":"899999100029","origin":"RPPS"}],
              "practices":[{"profession":{"system":"p","code":"10"},"category":null,
               "expertise":{"system":"e","code":"SM54"},
               "workplaces":[{"mode":{"system":"m","code":"L"},"structure":{"finess":"750000001"},
                "address":{"postcode":"75001"},"contact":{"telephone":null},"registeredBy":"CNOM/CNOM/CNOM"}]}]}}
            """;

    @Test
    void a_session_is_read_with_its_professional_down_to_the_workplaces() throws Exception {
        var session = read(SESSION, LoggedIn.class);

        assertEquals(Instant.parse("2026-01-01T12:00:00Z"), session.expiresAt());
        var professional = session.professional();
        assertEquals(new NationalId("899999100029"), professional.nationalId());
        assertEquals(List.of("Zoé", "Ana"), professional.givenNames());
        assertEquals(Optional.of(new CodedValue("1.2.250.1.71.1.2.7", "M")), professional.civility());
        assertEquals(List.of(new OtherId("899999100029", "RPPS")), professional.otherIds());
        var practice = professional.practices().get(0);
        assertEquals(new CodedValue("p", "10"), practice.profession());
        assertEquals(Optional.empty(), practice.category());
        assertEquals(Optional.empty(), practice.civility());
        var workplace = practice.workplaces().get(0);
        assertEquals(Optional.of("750000001"), workplace.structure().finess());
        assertEquals(Optional.empty(), workplace.structure().siret());
        assertEquals(Optional.of("75001"), workplace.address().postcode());
        assertEquals(Optional.empty(), workplace.contact().telephone());
    }

    @Test
    void lists_may_be_absent_or_null() throws Exception {
        var session = read("""
                {"expiresAt":"2026-01-01T12:00:00Z",
                 "professional":{"nationalId":"899999100219","familyName":"FICTIVE","otherIds":null}}""", LoggedIn.class);

        assertEquals(List.of(), session.professional().practices());
        assertEquals(List.of(), session.professional().otherIds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{\"expiresAt\":\"2026-01-01T12:00:00Z\"}",
                "{\"expiresAt\":\"soon\",\"professional\":{\"nationalId\":\"899999100219\",\"familyName\":\"FICTIVE\"}}",
                "{\"expiresAt\":\"2026-01-01T12:00:00Z\",\"professional\":{\"nationalId\":\"FICTIVE \",\"familyName\":\"FICTIVE\"}}",
                "{\"expiresAt\":\"2026-01-01T12:00:00Z\",\"professional\":{\"nationalId\":{},\"familyName\":\"FICTIVE\"}}",
                "{\"expiresAt\":\"2026-01-01T12:00:00Z\",\"professional\":{\"nationalId\":\"899999100219\"}}"
            })
    void what_is_needed_must_be_there_and_what_was_read_is_not_repeated(String document) {
        var failure = assertThrows(DocumentMapper.UnreadableException.class, () -> read(document, LoggedIn.class));

        assertFalse(failure.getMessage().contains("FICTIVE"));
        assertEquals(null, failure.getCause());
    }

    @Test
    void a_workplace_without_its_parts_is_refused_rather_than_handed_on_with_holes() {
        var holes = SESSION.replace("\"address\":{\"postcode\":\"75001\"},", "");

        var failure = assertThrows(DocumentMapper.UnreadableException.class, () -> read(holes, LoggedIn.class));

        assertEquals(
                "LoggedIn cannot be read at 'professional.practices.[].workplaces.[].address'", failure.getMessage());
    }

    @Test
    void a_member_that_comes_twice_is_refused() {
        var twice = "{\"environment\":\"SANDBOX\",\"environment\":\"PRODUCTION\",\"contract\":\"1.3.0\"}";

        assertThrows(DocumentMapper.UnreadableException.class, () -> read(twice, ProxyStatus.class));
    }

    @Test
    void deep_nesting_is_refused() {
        var deep = "{\"state\":\"DONE\",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        assertThrows(DocumentMapper.UnreadableException.class, () -> read(deep, LoginState.class));
    }

    @Test
    void an_environment_that_this_version_does_not_know_is_custom() throws Exception {
        var status = read("{\"environment\":\"MOON\",\"contract\":\"1.3.0\"}", ProxyStatus.class);

        assertEquals(new ProxyStatus(Environment.CUSTOM, "1.3.0"), status);
    }

    @Test
    void the_problem_of_an_error_is_found_where_there_is_one() {
        assertEquals(Optional.of("PSC-062"), problem("{\"code\":\"401\",\"problem\":\"PSC-062\"}"));
        assertEquals(Optional.empty(), problem("{\"code\":\"401\"}"));
        assertEquals(Optional.empty(), problem("<html>"));
        assertEquals(Optional.empty(), problem(""));
    }

    private Optional<String> problem(String body) {
        return DocumentMapper.error(body.getBytes(StandardCharsets.UTF_8)).problem();
    }

    private <T> T read(String document, Class<T> type) throws DocumentMapper.UnreadableException {
        return DocumentMapper.read(document.getBytes(StandardCharsets.UTF_8), type);
    }
}
