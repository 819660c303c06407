package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.OTHER;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import io.github.pscsdk.example.santefr.http.FormClient.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What software does with a declaration whose receipt it holds: each answer as the description has it. */
class ReceiptsTest {
    private static final SampleDeclaration FLAWLESS =
            SampleDeclaration.flawless().withText("/closesOn", "2026-12-31");
    private static final String CORRECTED = text(FLAWLESS.withText("/place/complement", "REZ-DE-CHAUSSEE"));
    private static final String CLOSED = "{\"reason\":\"closed\"}";

    @AutoClose
    private final RunningForm form;

    private Answer received;

    ReceiptsTest(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
    }

    @BeforeEach
    void hand_in() throws Exception {
        received = form.client().post(PHARMACIST, "key-1", FLAWLESS.bytes());
    }

    @Test
    void a_confirmation_under_one_key_happens_once() throws Exception {
        var first = confirm(received, "key-2");
        var revision = dossier().revision();
        var again = confirm(received, "key-2");

        assertEquals(200, first.status());
        assertEquals("handed-over", first.json().at("/state").asText());
        assertEquals(first.text(), again.text());
        assertEquals(revision, dossier().revision());
        assertEquals(Optional.of(RunningForm.NOON), dossier().dossier().latest().confirmedAt());
    }

    @Test
    void the_states_of_all_are_told_to_their_professional_alone() throws Exception {
        confirm(received, "key-2");
        var told = form.client().list(PHARMACIST).json().path("declarations");

        assertEquals(1, told.size());
        assertEquals(dossier().number(), told.at("/0/number").asText());
        assertEquals("handed-over", told.at("/0/state").asText());
        assertEquals(0, form.client().list(OTHER).json().path("declarations").size());
    }

    @Test
    void a_withdrawal_under_one_key_happens_once_and_is_an_end() throws Exception {
        var first = withdraw("key-2", CLOSED);
        var again = withdraw("key-2", CLOSED);

        assertEquals(200, first.status());
        assertEquals("withdrawn", again.json().at("/state").asText());
        assertEquals(first.text(), again.text());
        assertEquals("withdrawn", withdraw("key-3", CLOSED).json().at("/error").asText());
        assertEquals("withdrawn", confirm(received, "key-4").json().at("/error").asText());
        assertEquals("withdrawn", correct(received, "key-5").json().at("/error").asText());
    }

    @Test
    void a_correction_under_one_key_happens_once_and_its_receipt_outlives_the_declaration() throws Exception {
        var first = correct(received, "key-2");
        var again = correct(received, "key-2");
        withdraw("key-3", CLOSED);
        var late = correct(received, "key-2");

        assertEquals(201, first.status());
        assertEquals(number(), first.json().at("/receipt/number").asText());
        assertEquals(200, again.status());
        assertEquals(first.text(), again.text());
        assertEquals(first.text(), late.text());
        assertEquals(3, dossier().dossier().latest().number());
    }

    @Test
    void a_key_that_served_for_something_else_does_nothing() throws Exception {
        confirm(received, "key-2");

        assertEquals(409, withdraw("key-2", CLOSED).status());
        assertEquals("conflict", withdraw("key-2", CLOSED).json().at("/error").asText());
        assertEquals("conflict", correct(received, "key-1").json().at("/error").asText());
        assertEquals(State.HANDED_OVER, dossier().dossier().state());
    }

    @Test
    void who_holds_an_old_receipt_neither_confirms_nor_corrects_what_they_have_not_seen() throws Exception {
        var corrected = correct(received, "key-2");

        assertEquals(412, confirm(received, "key-3").status());
        assertEquals(412, correct(received, "key-4").status());
        assertEquals(200, confirm(corrected, "key-5").status());
        assertEquals(200, withdraw("key-6", CLOSED).status());
    }

    @Test
    void a_newer_version_that_is_being_written_on_the_page_is_not_written_over() throws Exception {
        form.write(
                number(),
                FLAWLESS.withText("/place/complement", "REZ-DE-CHAUSSEE").read());

        assertEquals(412, correct(received, "key-2").status());
        assertEquals(State.DRAFT, dossier().dossier().state());
        assertEquals(200, confirm(received, "key-3").status());
    }

    @Test
    void a_correction_with_an_error_is_rejected_with_its_findings() throws Exception {
        var flawed = send(
                PHARMACIST,
                "PUT",
                path(""),
                headers(received, "key-2"),
                text(FLAWLESS.withText("/place/postcode", "2100")));

        assertEquals(422, flawed.status());
        assertEquals("V-CP", flawed.json().at("/findings/0/rule").asText());
        assertEquals(201, correct(received, "key-2").status());
    }

    @Test
    void without_the_receipt_or_a_key_or_a_reason_nothing_is_done() throws Exception {
        assertEquals(
                428,
                send(PHARMACIST, "POST", path("/confirmation"), Map.of("Idempotency-Key", "k"), "")
                        .status());
        assertEquals(
                400,
                send(PHARMACIST, "POST", path("/withdrawal"), Map.of(), CLOSED).status());
        assertEquals(400, withdraw("key-2", "{\"reason\":\"boredom\"}").status());
        assertEquals(1, dossier().revision());
    }

    @Test
    void the_declaration_of_somebody_else_is_as_unknown_as_one_that_is_not() throws Exception {
        var headers = headers(received, "key-2");

        assertEquals(404, send(OTHER, "PUT", path(""), headers, CORRECTED).status());
        assertEquals(
                404, send(OTHER, "POST", path("/confirmation"), headers, "").status());
        assertEquals(
                404, send(OTHER, "POST", path("/withdrawal"), headers, CLOSED).status());
    }

    @Test
    void the_same_act_from_many_at_once_is_done_once_and_answered_to_all() throws Exception {
        assertEquals(Set.of(200), atOnce(() -> confirm(received, "key-2").status()));
        assertEquals(2, dossier().revision());
        assertEquals(
                1,
                atOnce(() -> correct(received, "key-3").json().at("/receipt")).size());
        assertEquals(3, dossier().revision());
        assertEquals(1, atOnce(() -> withdraw("key-4", CLOSED).text()).size());
        assertEquals(4, dossier().revision());
    }

    private static <T> Set<T> atOnce(Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var answers = threads.invokeAll(Stream.generate(() -> call).limit(8).toList());
            var distinct = new HashSet<T>();
            for (var answer : answers) {
                distinct.add(answer.get());
            }
            return distinct;
        } finally {
            threads.shutdownNow();
        }
    }

    private Answer correct(Answer seen, String key) throws Exception {
        return send(PHARMACIST, "PUT", path(""), headers(seen, key), CORRECTED);
    }

    private Answer confirm(Answer seen, String key) throws Exception {
        return send(PHARMACIST, "POST", path("/confirmation"), headers(seen, key), "");
    }

    private Answer withdraw(String key, String body) throws Exception {
        return send(PHARMACIST, "POST", path("/withdrawal"), Map.of("Idempotency-Key", key), body);
    }

    private StoredDossier dossier() {
        return form.kept(number());
    }

    private String number() {
        return received.json().at("/receipt/number").asText();
    }

    private String path(String act) {
        return "/declarations/" + number() + act;
    }

    private static Map<String, String> headers(Answer seen, String key) {
        var hash = seen.json().at("/receipt/hash").asText();
        return Map.of("If-Match", "\"" + hash + "\"", "Idempotency-Key", key);
    }

    private static String text(SampleDeclaration declaration) {
        return new String(declaration.bytes(), StandardCharsets.UTF_8);
    }

    private Answer send(String token, String method, String path, Map<String, String> headers, String body)
            throws Exception {
        var request = form.client()
                .request(path, token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var described = path.replace(number(), "{number}");
        return form.client().send(request.build(), method.toLowerCase(Locale.ROOT), described);
    }
}
