package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.OTHER;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static io.github.pscsdk.example.santefr.http.RunningForm.SALARIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.http.FormClient.Answer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files, taken by the form. */
class ImportsTest {
    private static final String HEADER = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;_edit_datemaj\n";
    private static final String GOOD = "1;Salle;Rue;21850;21540;Ville;03 45 81 04 21;2021-06-06\n";
    private static final String BAD = "2;Salle;Rue;2185;21540;Ville;;\n";

    @TempDir
    Path folder;

    private RunningForm form;

    @BeforeEach
    void start() {
        form = new RunningForm(folder.resolve("form"));
    }

    @AfterEach
    void stop() {
        form.close();
    }

    @Test
    void each_good_row_is_a_draft_and_each_bad_one_has_its_reason() throws Exception {
        var report = send(PHARMACIST, HEADER + GOOD + BAD);

        assertEquals(200, report.status());
        assertEquals(1, report.json().at("/imported").asInt());
        assertEquals(1, report.json().at("/rejected").asInt());
        assertEquals("SF-2026-0000001", report.json().at("/rows/0/number").asText());
        assertEquals("_edit_datemaj", report.json().at("/rows/0/notTakenOver/0").asText());
        assertEquals(3, report.json().at("/rows/1/line").asInt());
        assertEquals("V-CP", report.json().at("/rows/1/findings/0/rule").asText());
        assertEquals("draft", drafts(PHARMACIST).json().at("/dossiers/0/state").asText());
        assertEquals(0, drafts(OTHER).json().at("/dossiers").size());
    }

    @Test
    void a_file_that_is_sent_again_begins_nothing_again() throws Exception {
        var first = send(PHARMACIST, HEADER + GOOD + GOOD);
        var second = send(PHARMACIST, HEADER + GOOD);

        assertEquals(first.json().at("/rows/0/number"), first.json().at("/rows/1/number"));
        assertEquals(first.json().at("/rows/0/number"), second.json().at("/rows/0/number"));
        assertEquals(1, drafts(PHARMACIST).json().at("/dossiers").size());
    }

    @Test
    void a_file_of_too_many_rows_or_bytes_is_refused_as_such_and_leaves_no_draft() throws Exception {
        var rows = send(PHARMACIST, HEADER + GOOD.repeat(1_001));
        var bytes = send(PHARMACIST, HEADER + GOOD.repeat(160_000));

        assertEquals(413, rows.status());
        assertEquals("too-many-rows", rows.json().at("/error").asText());
        assertEquals(413, bytes.status());
        assertEquals(0, drafts(PHARMACIST).json().at("/dossiers").size());
    }

    @Test
    void a_file_of_another_layout_is_refused_as_such() throws Exception {
        var refused = send(PHARMACIST, "a;b\n1;2\n");

        assertEquals(422, refused.status());
        assertEquals("unknown-layout", refused.json().at("/error").asText());
    }

    @Test
    void who_may_declare_nothing_has_every_row_rejected_with_the_reason() throws Exception {
        var report = send(SALARIED, HEADER + GOOD);

        assertEquals(1, report.json().at("/rejected").asInt());
        assertEquals(
                "V-OFFRE",
                report.json().at("/rows/0/findings").findValuesAsText("rule").stream()
                        .filter("V-OFFRE"::equals)
                        .findFirst()
                        .orElse(report.text()));
    }

    @Test
    void rows_beyond_the_drafts_of_a_professional_are_reported_and_come_when_there_is_room() throws Exception {
        form.close();
        form = new RunningForm(folder.resolve("form"), 2);
        var third = GOOD.replace("1;Salle", "3;Salle");
        var file = HEADER + GOOD + GOOD.replace("1;Salle", "2;Salle") + third + GOOD + BAD;

        var report = send(PHARMACIST, file);

        assertEquals(200, report.status());
        assertEquals(5, report.json().at("/read").asInt());
        assertEquals(3, report.json().at("/imported").asInt());
        assertEquals(1, report.json().at("/rejected").asInt());
        assertEquals(1, report.json().at("/overLimit").asInt());
        assertEquals(
                List.of("begun", "begun", "over-limit", "known", "rejected"),
                report.json().at("/rows").findValuesAsText("outcome"));
        assertEquals(
                "too-many-drafts",
                create(SampleDeclaration.flawless().bytes()).json().at("/error").asText());
        withdraw("SF-2026-0000001");
        assertEquals(
                "begun",
                send(PHARMACIST, HEADER + third).json().at("/rows/0/outcome").asText());
    }

    private Answer create(byte[] declaration) throws Exception {
        var request = form.client()
                .request("/dossiers", PHARMACIST)
                .POST(HttpRequest.BodyPublishers.ofByteArray(declaration));
        var answer = form.client().send(request.build(), "post", "/dossiers");
        assertEquals(409, answer.status());
        return answer;
    }

    private void withdraw(String number) throws Exception {
        var request = form.client()
                .request("/dossiers/" + number + "/withdrawal", PHARMACIST)
                .header("If-Match", "\"1\"")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"error\"}"));
        assertEquals(
                200,
                form.client()
                        .send(request.build(), "post", "/dossiers/{number}/withdrawal")
                        .status());
    }

    private Answer send(String token, String file) throws Exception {
        var request = form.client()
                .request("/imports", token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file));
        return form.client().send(request.build(), "post", "/imports");
    }

    private Answer drafts(String token) throws Exception {
        return form.client()
                .send(form.client().request("/dossiers", token).GET().build(), "get", "/dossiers");
    }
}
