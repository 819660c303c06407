package io.github.pscsdk.proxy.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which facts of a failure leave the proxy, in whatever document. */
class ToldFactsTest {
    @Test
    void a_level_and_those_that_are_accepted_are_told() {
        var facts = Map.of("level", "eidas1", "accepted", "eidas2, eidas3");

        assertEquals(facts, told(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "nationalId", "token", "sub", "Level", "session"})
    void a_fact_of_another_name_is_not_told_whatever_it_says(String name) {
        assertEquals(Map.of(), told(Map.of(name, "eidas1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "899999100011",
                "urn:899999100011:eidas1",
                "f:550dc1c8:12345678",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLW9mLXNvbWVib2R5LXdoby1zaWduZWQtaXQtaGVyZQ.more-of-it",
                "Zoé",
                "<b>eidas1</b>",
                "eidas1\r\nSet-Cookie: a=b"
            })
    void what_may_be_an_identifier_a_token_or_markup_is_not_told(String value) {
        assertEquals(Map.of("accepted", "eidas2"), told(Map.of("level", value, "accepted", "eidas2")));
    }

    private static Map<String, String> told(Map<String, String> facts) {
        return RefusedException.facts(new PscException(LoginProblem.LEVEL_NOT_ACCEPTED, "a level", facts));
    }
}
