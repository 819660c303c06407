package io.github.pscsdk.example.santefr.introspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionResponseTest {
    @Test
    void practices_come_from_the_userinfo_member() throws Exception {
        var caller = read("""
                {"active":true,"SubjectNameID":"899999100029","exp":1900000120,
                 "userinfo":{"SubjectNameID":"899999100029","otherIDs":[],"SubjectRefPro":{"exercices":[
                   {"codeProfession":"10","codeCategorieProfessionnelle":"C","codeSavoirFaire":"SM54","activities":[
                     {"codeModeExercice":"L","codeSecteurDactivite":"SA07"},
                     {"codeModeExercice":"S","codeSecteurDactivite":"SA01"}]},
                   {"codeProfession":"21"}]}}}
                """);

        var workplaces = List.of(new Workplace("L", "SA07"), new Workplace("S", "SA01"));
        assertEquals(
                Optional.of(new Caller(
                        "899999100029",
                        List.of(new Practice("10", "C", "SM54", workplaces), new Practice("21", "", "", List.of())))),
                caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\":true,\"SubjectNameID\":\"899999100219\"}",
                "{\"active\":true,\"SubjectNameID\":\"899999100219\",\"userinfo\":{\"sub\":\"x\"}}",
                "{\"active\":true,\"SubjectNameID\":\"899999100219\",\"userinfo\":null}",
                "{\"active\":true,\"SubjectNameID\":\"899999100219\",\"userinfo\":{\"SubjectRefPro\":\"\"}}",
                "{\"active\":true,\"userinfo\":{\"SubjectNameID\":\"899999100219\",\"acr\":\"1\",\"acr\":\"eidas1\"}}"
            })
    void somebody_without_professional_data_is_known_all_the_same(String answer) throws Exception {
        assertEquals(Optional.of(new Caller("899999100219", List.of())), read(answer));
    }

    @Test
    void a_token_of_another_identifier_of_the_same_person_is_that_persons() throws Exception {
        assertEquals(
                Optional.of(new Caller("899999100011", Set.of("899999100011", "PSI-000001"), List.of())), read("""
                        {"active":true,"SubjectNameID":"899999100011","userinfo":{"SubjectNameID":"psi-000001","otherIds":[
                          {"identifiant":"99999100011","origine":"RPPS"},{"identifiant":"psi-000001","origine":"PSI"}]}}
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\":false}",
                "{}",
                "{\"active\":\"true\",\"SubjectNameID\":\"899999100011\"}",
                "{\"active\":true}",
                "{\"active\":true,\"SubjectNameID\":12}",
                "{\"active\":true,\"SubjectNameID\":\"899999100011\",\"userinfo\":{\"SubjectNameID\":\"899999100029\"}}"
            })
    void a_token_that_is_dead_or_names_nobody_or_two_people_is_nobodys(String answer) throws Exception {
        assertEquals(Optional.empty(), read(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"active\":true"})
    void an_answer_that_is_no_object_is_a_failure_and_not_a_refusal(String answer) {
        assertThrows(MalformedJsonException.class, () -> read(answer));
    }

    private static Optional<Caller> read(String answer) throws MalformedJsonException {
        return IntrospectionResponse.caller(answer.getBytes(StandardCharsets.UTF_8));
    }
}
