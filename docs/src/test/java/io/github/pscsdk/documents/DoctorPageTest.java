package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoctorPageTest {
    @Test
    void each_problem_of_a_workstation_and_each_subject_stands_on_the_page() {
        var page = Repository.read("docs/doctor.md");

        for (var problem : WorkstationProblem.values()) {
            assertTrue(page.contains("`" + problem.code() + "`"), problem::code);
        }
        for (var subject : Subject.values()) {
            assertTrue(page.contains("| `" + subject + "` |"), subject::name);
        }
    }

    @Test
    void the_advice_of_the_page_names_the_cause_and_what_to_do() throws Exception {
        var desk = new SupportDesk();
        // Nothing listens on port 1.
        try (var client = PscClientBuilder.forServerHalf(URI.create("http://127.0.0.1:1"))
                .clientId("editeur-demo")
                .applicationToken("unused")
                .build()) {
            var advice = desk.advice(client, Locale.ENGLISH);

            var remedy = WorkstationProblem.CONNECTION_REFUSED.remedy(Locale.ENGLISH);
            assertEquals(remedy.title(), advice.get(0));
            assertEquals(remedy.steps(), advice.subList(1, advice.size()));
        }
        assertEquals(
                Arrays.stream(Subject.values()).map(Subject::name).collect(Collectors.toSet()),
                Set.copyOf(desk.told()));
    }
}
