package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.OTHER;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static io.github.pscsdk.example.santefr.http.RunningForm.SALARIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.santefr.http.FormClient.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a declaration by software, each answer as the description has it. */
class DossiersTest {
    private static final SampleDeclaration OPEN = SampleDeclaration.flawless().withText("/closesOn", "2026-12-31");
    private static final byte[] FLAWLESS = OPEN.bytes();
    private static final byte[] FLAWED =
            OPEN.withText("/place/postcode", "2100").bytes();
    private static final byte[] MOVED = OPEN.withText("/place/street", "RUE INVENTEE")
            .with("/place/siret", null)
            .with("/place/finess", null)
            .bytes();

    @AutoClose
    private final RunningForm form;

    DossiersTest(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
    }

    @Test
    void a_declaration_is_begun_corrected_handed_over_confirmed_edited_and_withdrawn() throws Exception {
        var draft = create(PHARMACIST, FLAWED);
        assertEquals(201, draft.status());
        assertEquals("draft", draft.json().at("/state").asText());
        assertEquals("E", draft.json().at("/findings/0/severity").asText());
        assertEquals(
                "/dossiers/" + number(draft),
                draft.response().headers().firstValue("Location").orElseThrow());

        var early = handOver(PHARMACIST, draft, "key-1");
        assertEquals(422, early.status());
        assertEquals("V-CP", early.json().at("/findings/0/rule").asText());

        var corrected = edit(PHARMACIST, draft, FLAWLESS);
        assertEquals("[]", corrected.json().at("/findings").toString());

        var received = handOver(PHARMACIST, corrected, "key-1");
        assertEquals(201, received.status());
        assertEquals(number(draft), received.json().at("/receipt/number").asText());

        var confirmed = act(PHARMACIST, read(PHARMACIST, draft), "confirmation", "");
        assertEquals("handed-over", confirmed.json().at("/state").asText());
        assertEquals(
                RunningForm.NOON.toString(),
                confirmed.json().at("/latest/confirmedAt").asText());

        var edited = edit(PHARMACIST, confirmed, FLAWLESS);
        assertEquals(2, edited.json().at("/latest/version").asInt());

        var withdrawn = act(PHARMACIST, edited, "withdrawal", "{\"reason\":\"closed\"}");
        assertEquals("withdrawn", withdrawn.json().at("/state").asText());
        assertEquals(
                "2026-03-04",
                withdrawn.json().at("/latest/declaration/closesOn").asText());

        var versions = send(PHARMACIST, "GET", "/" + number(draft) + "/versions", "{number}/versions", Map.of(), "");
        assertEquals(3, versions.json().at("/versions").size());
        assertEquals("closed", versions.json().at("/versions/2/reason").asText());
        assertEquals(
                received.json().at("/receipt/hash").asText(),
                versions.json().at("/versions/0/hash").asText());
    }

    @Test
    void a_repeated_hand_over_gives_the_same_receipt_even_after_later_changes() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);
        var first = handOver(PHARMACIST, draft, "key-1");

        var again = handOver(PHARMACIST, draft, "key-1");
        edit(PHARMACIST, read(PHARMACIST, draft), FLAWLESS);
        var late = handOver(PHARMACIST, draft, "key-1");

        assertEquals(201, first.status());
        assertEquals(200, again.status());
        assertEquals(first.json(), again.json());
        assertEquals(first.json(), late.json());
    }

    @Test
    void a_key_is_no_good_for_another_dossier_or_another_revision() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);
        handOver(PHARMACIST, draft, "key-1");

        var revised = edit(PHARMACIST, read(PHARMACIST, draft), FLAWLESS);
        var replayed = handOver(PHARMACIST, revised, "key-1");
        var other = handOver(PHARMACIST, create(PHARMACIST, FLAWLESS), "key-1");

        assertEquals(409, replayed.status());
        assertEquals("conflict", replayed.json().at("/error").asText());
        assertEquals(409, other.status());
    }

    @Test
    void a_hand_over_by_a_new_key_is_refused_where_nothing_is_left_to_hand_over() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);
        handOver(PHARMACIST, draft, "key-1");

        var stale = handOver(PHARMACIST, draft, "key-2");
        var second = handOver(PHARMACIST, read(PHARMACIST, draft), "key-2");

        assertEquals(412, stale.status());
        assertEquals("stale", stale.json().at("/error").asText());
        assertEquals(409, second.status());
        assertEquals("wrong-state", second.json().at("/error").asText());
    }

    @Test
    void the_dossier_of_somebody_else_is_as_unknown_as_one_that_is_not() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);

        var theirs = read(OTHER, draft);
        var nobodys = send(OTHER, "GET", "/SF-2026-9999999", "{number}", Map.of(), "");

        assertEquals(404, theirs.status());
        assertEquals(nobodys.text(), theirs.text());
        assertEquals(404, edit(OTHER, draft, FLAWLESS).status());
        assertEquals(404, handOver(OTHER, draft, "key-1").status());
        assertEquals(404, act(OTHER, draft, "confirmation", "").status());
        assertEquals(
                404, act(OTHER, draft, "withdrawal", "{\"reason\":\"error\"}").status());
        var all = send(OTHER, "GET", "", "", Map.of(), "");
        assertEquals(0, all.json().at("/dossiers").size());
        assertEquals("draft", read(PHARMACIST, draft).json().at("/state").asText());
    }

    @Test
    void a_salaried_professional_begins_nothing_and_reads_why() throws Exception {
        var refused = create(SALARIED, FLAWLESS);

        assertEquals(403, refused.status());
        assertEquals("not-eligible", refused.json().at("/error").asText());
        assertTrue(refused.json().at("/fr").asText().contains("exercice libéral"), refused.text());
    }

    @Test
    void what_was_handed_over_keeps_its_place() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);
        handOver(PHARMACIST, draft, "key-1");

        var moved = edit(PHARMACIST, read(PHARMACIST, draft), MOVED);

        assertEquals(409, moved.status());
        assertEquals("other-place", moved.json().at("/error").asText());
    }

    @Test
    void a_change_without_the_revision_that_was_read_is_refused() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);

        var blind = send(
                PHARMACIST,
                "PUT",
                "/" + number(draft),
                "{number}",
                Map.of(),
                new String(FLAWLESS, StandardCharsets.UTF_8));

        assertEquals(428, blind.status());
    }

    @Test
    void a_withdrawal_needs_a_known_reason() throws Exception {
        var draft = create(PHARMACIST, FLAWLESS);

        assertEquals(
                400,
                act(PHARMACIST, draft, "withdrawal", "{\"reason\":\"boredom\"}").status());
        assertEquals(400, act(PHARMACIST, draft, "withdrawal", "{}").status());
    }

    @Test
    void a_declaration_that_came_without_a_dossier_has_one() throws Exception {
        var received = form.client().post(PHARMACIST, "key-1", FLAWLESS);

        var all = send(PHARMACIST, "GET", "", "", Map.of(), "");

        assertEquals(
                received.json().at("/receipt/number").asText(),
                all.json().at("/dossiers/0/number").asText());
        assertEquals("handed-over", all.json().at("/dossiers/0/state").asText());
    }

    private Answer create(String token, byte[] declaration) throws Exception {
        return send(token, "POST", "", "", Map.of(), new String(declaration, StandardCharsets.UTF_8));
    }

    private Answer read(String token, Answer dossier) throws Exception {
        return send(token, "GET", "/" + number(dossier), "{number}", Map.of(), "");
    }

    private Answer edit(String token, Answer seen, byte[] declaration) throws Exception {
        return send(
                token,
                "PUT",
                "/" + number(seen),
                "{number}",
                Map.of("If-Match", revision(seen)),
                new String(declaration, StandardCharsets.UTF_8));
    }

    private Answer handOver(String token, Answer seen, String key) throws Exception {
        return send(
                token,
                "POST",
                "/" + number(seen) + "/hand-over",
                "{number}/hand-over",
                Map.of("If-Match", revision(seen), "Idempotency-Key", key),
                "");
    }

    private Answer act(String token, Answer seen, String action, String body) throws Exception {
        return send(
                token,
                "POST",
                "/" + number(seen) + "/" + action,
                "{number}/" + action,
                Map.of("If-Match", revision(seen)),
                body);
    }

    private static String number(Answer dossier) {
        return dossier.json().at("/number").asText();
    }

    private static String revision(Answer dossier) {
        return dossier.response().headers().firstValue("ETag").orElseThrow();
    }

    private Answer send(
            String token, String method, String path, String route, Map<String, String> headers, String body)
            throws Exception {
        var request = form.client()
                .request("/dossiers" + path, token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var described = route.isEmpty() ? "/dossiers" : "/dossiers/" + route;
        return form.client().send(request.build(), method.toLowerCase(Locale.ROOT), described);
    }
}
