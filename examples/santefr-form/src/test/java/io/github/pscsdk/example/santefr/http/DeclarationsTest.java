package io.github.pscsdk.example.santefr.http;

import static io.github.pscsdk.example.santefr.http.RunningForm.FLAWLESS;
import static io.github.pscsdk.example.santefr.http.RunningForm.MESSY;
import static io.github.pscsdk.example.santefr.http.RunningForm.OTHER;
import static io.github.pscsdk.example.santefr.http.RunningForm.PHARMACIST;
import static io.github.pscsdk.example.santefr.http.RunningForm.SALARIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {
    @AutoClose
    private final RunningForm form;

    private final FormClient client;

    DeclarationsTest(@TempDir Path folder) {
        form = new RunningForm(folder.resolve("form"));
        client = form.client();
    }

    @Test
    void a_declaration_gets_a_receipt_with_number_time_and_hash() throws Exception {
        var answer = client.post(PHARMACIST, "key-1", FLAWLESS);

        assertEquals(201, answer.status());
        assertEquals("SF-2026-0000001", answer.json().at("/receipt/number").asText());
        assertEquals(
                "2026-03-04T12:00:00Z", answer.json().at("/receipt/receivedAt").asText());
        assertEquals(64, answer.json().at("/receipt/hash").asText().length());
        assertEquals(0, answer.json().path("findings").size());
        assertEquals(
                "/declarations/SF-2026-0000001",
                answer.response().headers().firstValue("Location").orElseThrow());
    }

    @Test
    void warnings_and_normalisations_come_with_the_receipt_and_stay_with_the_declaration() throws Exception {
        var received = client.post(PHARMACIST, "key-1", MESSY);
        var stored =
                client.get(PHARMACIST, received.json().at("/receipt/number").asText());

        assertEquals(2, received.json().path("findings").size());
        assertEquals("V-SIREN", received.json().at("/findings/0/rule").asText());
        assertEquals("W", received.json().at("/findings/0/severity").asText());
        assertEquals("offers[0].phone", received.json().at("/findings/1/field").asText());
        assertEquals(
                "Number kept as +33345810421.",
                received.json().at("/findings/1/en").asText());
        assertEquals(received.json().path("findings"), stored.json().path("findings"));
        assertEquals(received.json().path("receipt"), stored.json().path("receipt"));
        assertEquals(
                "+33345810421", stored.json().at("/declaration/offers/0/phone").asText());
    }

    @Test
    void the_hash_is_that_of_the_declaration_as_it_is_answered() throws Exception {
        var number = client.post(PHARMACIST, "key-1", MESSY)
                .json()
                .at("/receipt/number")
                .asText();

        var stored = client.get(PHARMACIST, number);

        var text = stored.text();
        var declaration = text.substring(
                text.indexOf("\"declaration\":") + "\"declaration\":".length(), text.indexOf(",\"findings\":"));
        var digest = MessageDigest.getInstance("SHA-256").digest(declaration.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                HexFormat.of().formatHex(digest),
                stored.json().at("/receipt/hash").asText());
    }

    @Test
    void an_error_is_told_at_its_field_and_nothing_is_stored() throws Exception {
        var wrong =
                SampleDeclaration.flawless().withText("/offers/0/phone", "8").bytes();

        var rejected = client.post(PHARMACIST, "key-1", wrong);
        var corrected = client.post(PHARMACIST, "key-1", FLAWLESS);

        assertEquals(422, rejected.status());
        assertEquals("V-TEL", rejected.json().at("/findings/0/rule").asText());
        assertEquals("E", rejected.json().at("/findings/0/severity").asText());
        assertEquals("offers[0].phone", rejected.json().at("/findings/0/field").asText());
        assertTrue(rejected.json().at("/findings/0/fr").asText().length() > 20);
        assertTrue(rejected.json().path("receipt").isMissingNode());
        assertEquals(201, corrected.status());
        assertEquals("SF-2026-0000001", corrected.json().at("/receipt/number").asText());
    }

    @Test
    void who_may_not_declare_is_told_why() throws Exception {
        var own = SampleDeclaration.flawless()
                .withText("/professional/nationalId", "899999100201")
                .with("/professional/rpps", null)
                .bytes();

        var rejected = client.post(SALARIED, "key-1", own);

        assertEquals(422, rejected.status());
        assertEquals(1, rejected.json().path("findings").size());
        assertEquals("V-OFFRE", rejected.json().at("/findings/0/rule").asText());
        assertEquals("professional", rejected.json().at("/findings/0/field").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/professional", "/professional/nationalId"})
    void who_declares_is_whoever_the_token_is_of(String left) throws Exception {
        var anonymous = SampleDeclaration.flawless().with(left, null).bytes();

        var ofOne = client.post(PHARMACIST, "key-1", anonymous);
        var ofAnother = client.post(OTHER, "key-1", anonymous);

        assertEquals(201, ofOne.status());
        assertEquals("899999100011", declarant(PHARMACIST, ofOne));
        assertEquals("02A9999999", declarant(OTHER, ofAnother));
        assertEquals(404, client.get(OTHER, number(ofOne)).status());
    }

    private String declarant(String token, FormClient.Answer receipt) throws Exception {
        return client.get(token, number(receipt))
                .json()
                .at("/declaration/professional/nationalId")
                .asText();
    }

    private static String number(FormClient.Answer receipt) {
        return receipt.json().at("/receipt/number").asText();
    }

    @Test
    void nobody_declares_for_somebody_else() throws Exception {
        var rejected = client.post(OTHER, "key-1", FLAWLESS);

        assertEquals(422, rejected.status());
        assertEquals("V-IDN", rejected.json().at("/findings/0/rule").asText());
    }

    @Test
    void nobody_reads_the_declaration_of_somebody_else() throws Exception {
        var number = client.post(PHARMACIST, "key-1", FLAWLESS)
                .json()
                .at("/receipt/number")
                .asText();

        assertEquals(200, client.get(PHARMACIST, number).status());
        assertEquals(404, client.get(OTHER, number).status());
        assertEquals(404, client.get(PHARMACIST, "SF-2026-9999999").status());
    }
}
