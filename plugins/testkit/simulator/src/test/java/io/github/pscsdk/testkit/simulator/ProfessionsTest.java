package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the fictitious professionals are, as UserInfo says it. */
class ProfessionsTest extends WithSimulator {
    /** One way of practising of one persona: profession, category, specialty, mode and sector. */
    private record Situation(String profession, String category, String specialty, String mode, String sector) {}

    private JsonNode userInfo(String nationalId) throws Exception {
        return caller.userInfo(login(nationalId).text("access_token"))
                .assertOk()
                .json();
    }

    private List<Situation> situations() throws Exception {
        var situations = new ArrayList<Situation>();
        for (var persona : Personas.all()) {
            if (persona.behaviour().equals("APPROVES")) {
                for (var practice : userInfo(persona.nationalId().value())
                        .path("SubjectRefPro")
                        .path("exercices")) {
                    for (var activity : practice.path("activities")) {
                        situations.add(new Situation(
                                practice.path("codeProfession").asText(),
                                practice.path("codeCategorieProfessionnelle").asText(),
                                practice.path("codeSavoirFaire").asText(),
                                activity.path("codeModeExercice").asText(),
                                activity.path("codeSecteurDactivite").asText()));
                    }
                }
            }
        }
        return situations;
    }

    @Test
    void everybody_who_may_declare_is_there() throws Exception {
        var situations = situations();

        for (var wanted : List.of(
                new Situation("10", "C", "SM54", "L", "SA07"),
                new Situation("21", "C", "", "L", "SA33"),
                new Situation("21", "C", "", "L", "SA38"),
                new Situation("21", "C", "", "L", "SA39"),
                new Situation("21", "C", "", "L", "SA25"),
                new Situation("21", "C", "", "L", "SA29"),
                new Situation("10", "C", "SM03", "L", "SA25"),
                new Situation("10", "C", "SM64", "L", "SA29"),
                new Situation("40", "C", "", "L", "SA07"),
                new Situation("50", "C", "", "L", "SA07"),
                new Situation("60", "C", "", "L", "SA07"),
                new Situation("70", "C", "", "L", "SA07"))) {
            assertTrue(situations.contains(wanted), wanted::toString);
        }
    }

    @Test
    void so_are_some_who_may_not() throws Exception {
        var situations = situations();

        for (var wanted : List.of(
                new Situation("39", "C", "", "S", "SA33"),
                new Situation("86", "C", "", "S", "SA25"),
                new Situation("10", "E", "", "S", "SA01"),
                new Situation("10", "C", "SM04", "S", "SA01"),
                new Situation("91", "C", "", "L", "SA07"),
                new Situation("92", "C", "", "L", "SA07"))) {
            assertTrue(situations.contains(wanted), wanted::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"899999100391, 60 50", "899999100029, 10", "899999100235, 10 10 10"})
    void some_have_several_practices(String nationalId, String professions) throws Exception {
        var found = new ArrayList<String>();

        userInfo(nationalId)
                .get("SubjectRefPro")
                .get("exercices")
                .forEach(practice -> found.add(practice.get("codeProfession").asText()));

        assertEquals(List.of(professions.split(" ")), found);
    }
}
