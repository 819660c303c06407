package io.github.pscsdk.proxytools.internal.conformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final String ROW = """
            { "id": "%s", "reference": "EXI PSC 01", "standing": "IN_FORCE", "confidence": "CERTAIN",
              "source": "annex", "settled": false, "checks": [%s],
              "text": { "fr": "Texte officiel", "en": "Official text" },
              "question": { "fr": "Question ?", "en": "Question?" } }
            """;

    @TempDir
    private Path folder;

    @Test
    void with_nothing_to_look_at_everything_is_for_a_person_to_answer() throws Exception {
        var printed = Printed.of();

        assertEquals(0, printed.run().exitCode());
        assertEquals(23, printed.obligations("CANNOT_BE_TOLD").size());
        assertFalse(printed.report().path("listLoaded").asBoolean());
        assertTrue(ToolRun.of("conformity").out().contains("EXI PSC"));
    }

    @Test
    void a_list_adds_rows_takes_the_place_of_others_and_may_name_our_checks() throws Exception {
        var rows =
                String.join(",", ROW.formatted("psc-1", "\"configuration.traces\""), ROW.formatted("exi-psc-99", ""));
        var list = Files.writeString(folder.resolve("list.json"), "{ \"obligations\": [" + rows + "] }");
        var configuration =
                Files.writeString(folder.resolve("proxy.json"), "{ \"environment\": { \"name\": \"sandbox\" } }");

        var printed = Printed.of("--list=" + list, "--configuration=" + configuration);

        assertTrue(printed.report().path("listLoaded").asBoolean());
        assertEquals(24, printed.report().path("obligations").size());
        assertEquals(
                "EXI PSC 01",
                printed.report().path("obligations").path(0).path("reference").asText());
        assertTrue(printed.obligations("NOT_MET").contains("psc-1"), printed::toString);
        assertEquals(1, printed.run().exitCode());
        assertTrue(printed.obligations("CANNOT_BE_TOLD").contains("exi-psc-99"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{ \"obligations\": [ {} ] }",
                "{ \"obligations\": [ { \"id\": \"x\", \"unknown\": 1 } ] }",
                "{ \"obligations\": [ ROW_WITH_UNKNOWN_CHECK ] }",
                "{ \"obligations\": [ ROW, ROW ] }"
            })
    void what_is_no_list_is_refused_and_not_passed_over(String text) throws Exception {
        var written = text.replace("ROW_WITH_UNKNOWN_CHECK", ROW.formatted("x", "\"no.such-check\""))
                .replace("ROW", ROW.formatted("x", ""));
        var list = Files.writeString(folder.resolve("list.json"), written);

        var run = ToolRun.of("conformity", "--list=" + list);

        assertEquals(2, run.exitCode(), run::toString);
        assertTrue(run.err().contains("--list"), run::err);
    }

    @Test
    void a_table_that_cannot_be_written_is_named() {
        var run = ToolRun.of("conformity", "--csv=absent/table.csv");

        assertEquals(1, run.exitCode(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains("absent/table.csv"), run::err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--list=absent",
                "--configuration=absent",
                "--traces=absent",
                "--workstation=absent",
                "--plugins=absent",
                "--proxy=http://127.0.0.1:1",
                "--simulator=http://127.0.0.1:1",
                "--list="
            })
    void what_cannot_work_is_refused(String option) {
        var run = ToolRun.of("conformity", option);

        assertEquals(2, run.exitCode(), run::toString);
        assertEquals("", run.out());
        assertTrue(run.err().contains("Try: proxy-esante conformity --help"), run::err);
    }

    @Test
    void a_simulator_elsewhere_is_refused() throws Exception {
        var token = Files.writeString(folder.resolve("token"), "t");

        var run = ToolRun.of(
                "conformity",
                "--proxy=http://127.0.0.1:1",
                "--client-id=c",
                "--application-token-file=" + token,
                "--simulator=http://example.org/");

        assertEquals(2, run.exitCode(), run::toString);
    }

    @Test
    void a_proxy_that_does_not_answer_leaves_its_questions_open() throws Exception {
        var token = Files.writeString(folder.resolve("token"), "t");

        var printed = Printed.of("--proxy=http://127.0.0.1:1", "--client-id=c", "--application-token-file=" + token);

        assertEquals(0, printed.run().exitCode(), printed::toString);
        assertEquals(23, printed.obligations("CANNOT_BE_TOLD").size());
        assertTrue(printed.checks("UNSEEN").contains("redirect.acr"));
    }

    @Test
    void traces_of_a_folder_are_read_and_the_folder_stays_as_it_is() throws Exception {
        var traces = Files.createDirectory(folder.resolve("traces"));
        var line = """
                {"type":"CONNECT_SUCCESS","timestamp":"2026-01-05T08:00:00Z","clientId":"c","IdRPPS":"899999100029",\
                "ipAddress":"192.0.2.1","ports":[1,2],"proxy_id_session":"p","session_state":"s"}
                """;
        Files.writeString(traces.resolve("traces-2026-01-05.jsonl"), line + "{\"type\":\"CONN");

        var printed = Printed.of("--traces=" + traces);

        assertTrue(printed.checks("PASSED").contains("traces.sessions"), printed::toString);
        assertTrue(printed.checks("FAILED").contains("traces.events"), printed::toString);
        try (var files = Files.list(traces)) {
            assertEquals(
                    List.of("traces-2026-01-05.jsonl"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }
}
