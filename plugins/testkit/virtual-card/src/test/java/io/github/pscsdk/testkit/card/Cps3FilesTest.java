package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Personas;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Cps3FilesTest {
    private final Talk card =
            new Talk(VirtualCard.cps3(Personas.PHARMACIST).serial("00000042").build());

    @Test
    void its_answer_to_reset_is_that_of_a_cps3_with_contacts() {
        var atr = VirtualCard.cps3(Personas.PHARMACIST).build().atr();

        assertEquals("3BAC00402A001225006480000310009000", Talk.hex(atr));
    }

    @Test
    void the_serial_file_holds_issuer_number_key_and_filler() {
        assertEquals("5A0A8025000001000000429F", Talk.hex(card.file("3F00D003")));
    }

    @Test
    void selecting_by_name_enters_the_application() {
        assertEquals("9000", card.say("00A4040C0DE828BD080F8025000001FF0010"));
        assertEquals("9000", card.say("00A4020C025031"));
    }

    @Test
    void an_unknown_name_is_not_found() {
        assertEquals("6A82", card.say("00A4040008A000000018434D00"));
    }

    @Test
    void a_path_gives_control_parameters_in_the_template_that_is_asked_for() {
        assertTrue(card.say("00A40904043F002F0000").startsWith("62"));
        assertTrue(card.say("00A40900043F002F0000").startsWith("6F"));
        assertEquals("9000", card.raw("00A4090C043F002F00"));
    }

    @Test
    void an_answer_to_a_command_with_data_is_announced_and_fetched() {
        var announced = card.raw("00A40904043F002F00");

        assertTrue(announced.startsWith("61"), announced);
        var rest = card.raw("00C00000" + announced.substring(2));
        assertTrue(rest.startsWith("62") && rest.endsWith("9000"), rest);
        assertEquals("6985", card.raw("00C0000010"), "fetched twice");
    }

    @Test
    void a_wrong_length_is_corrected_by_the_card() {
        card.say("00A4090C043F00D003");

        assertEquals("6C0C", card.raw("00B0000020"));
        assertEquals("5A0A8025000001000000429F9000", card.raw("00B000000C"));
    }

    @Test
    void reading_behind_the_end_is_a_wrong_offset() {
        card.say("00A4090C043F00D003");

        assertEquals("6B00", card.say("00B0010004"));
    }

    @Test
    void reading_needs_a_selected_file() {
        assertEquals("6986", card.say("00B0000004"));
    }

    @Test
    void a_short_identifier_reads_without_selecting() {
        assertEquals("5A0A9000", card.say("00B09C0002"));
        assertEquals("6A82", card.say("00B08F0002"));
    }

    @Test
    void the_trace_of_an_update_is_absent() {
        assertEquals("6A82", card.say("00A40904043F00D01000"));
    }

    @Test
    void the_characteristics_begin_with_a_stray_byte() {
        assertEquals("804301B8", Talk.hex(Arrays.copyOf(card.file("3F002F01"), 4)));
    }

    @Test
    void both_certificates_are_readable_and_differ_in_their_use() throws Exception {
        var authentication = Certificates.of(card.file(Certificates.AUTHENTICATION));
        var signature = Certificates.of(card.file(Certificates.SIGNATURE));

        assertTrue(authentication.getKeyUsage()[0] && authentication.getKeyUsage()[2]);
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), authentication.getExtendedKeyUsage());
        assertTrue(signature.getKeyUsage()[1] && !signature.getKeyUsage()[0]);
    }

    @Test
    void the_holder_is_named_in_one_attribute_set_below_the_profession() throws Exception {
        var certificate = Certificates.of(card.file(Certificates.AUTHENTICATION));

        var name = certificate
                .getSubjectX500Principal()
                .getName("RFC2253", java.util.Map.of("2.5.4.4", "SN", "2.5.4.42", "GN", "2.5.4.12", "title"));
        assertTrue(name.matches("[^,]*\\+[^,]*\\+[^,]*,title=Pharmacien,C=FR"), name);
        assertTrue(name.contains("CN=899999100011"), name);
        assertTrue(certificate.getIssuerX500Principal().getName().contains("OU=IGC-SANTE TEST"));
    }

    @Test
    void a_card_that_looks_like_production_has_another_issuer_and_category() throws Exception {
        var production =
                new Talk(VirtualCard.cps3(Personas.PHARMACIST).likeProduction().build());

        var ofTest = Certificates.of(card.file(Certificates.AUTHENTICATION));
        var ofProduction = Certificates.of(production.file(Certificates.AUTHENTICATION));

        assertEquals(
                "CN=AC IGC-SANTE FORT PERSONNES,OU=IGC-SANTE,OU=0002 187512751,O=ASIP-SANTE,C=FR",
                ofProduction.getIssuerX500Principal().getName());
        assertTrue(Talk.hex(ofTest.getExtensionValue("1.2.250.1.71.1.2.5")).endsWith("3830"));
        assertTrue(
                Talk.hex(ofProduction.getExtensionValue("1.2.250.1.71.1.2.5")).endsWith("3030"));
    }

    @Test
    void an_older_card_names_the_profession_in_a_unit() throws Exception {
        var older = new Talk(VirtualCard.cps3(Personas.PHARMACIST).olderNames().build());

        var name = Certificates.of(older.file(Certificates.AUTHENTICATION))
                .getSubjectX500Principal()
                .getName();

        assertTrue(name.endsWith(",OU=Pharmacien,O=TEST,C=FR"), name);
        assertTrue(name.contains("CN=99999100011"), name);
    }

    @Test
    void a_staff_card_has_a_slash_in_its_name_and_nobody_s_name() throws Exception {
        var staff = new Talk(
                VirtualCard.staff(new NationalId("3760021832/000000018")).build());

        var certificate = Certificates.of(staff.file(Certificates.AUTHENTICATION));
        var name = certificate.getSubjectX500Principal().getName("RFC2253", java.util.Map.of("2.5.4.4", "SN"));
        assertTrue(name.startsWith("CN=3760021832/000000018,"), name);
        assertTrue(!name.contains("SN="), name);
        assertTrue(certificate.getIssuerX500Principal().getName().contains("STANDARD PERSONNES"));
    }

    @Test
    void certificates_are_valid_as_told() throws Exception {
        var until = Instant.parse("2020-06-30T00:00:00Z");
        var expired = new Talk(VirtualCard.cps3(Personas.PHARMACIST)
                .valid(Instant.parse("2017-07-01T00:00:00Z"), until)
                .build());

        var certificate = Certificates.of(expired.file(Certificates.AUTHENTICATION));

        assertEquals(until, certificate.getNotAfter().toInstant());
    }

    @Test
    void a_card_may_hide_its_holder_until_the_code_is_presented() {
        var hiding =
                new Talk(VirtualCard.cps3(Personas.PHARMACIST).hidingHolder().build());
        hiding.say("00A4090C06" + Certificates.AUTHENTICATION);

        assertEquals("6982", hiding.say("00B0000010"));
        hiding.say(Talk.VERIFY + Talk.CODE);
        assertTrue(hiding.say("00B0000010").endsWith("9000"));
    }

    @Test
    void a_practice_is_told_after_the_code_only() {
        card.say("00A4090C063F000001D120");

        assertEquals("6982", card.say("00B0000010"));
        card.say(Talk.VERIFY + Talk.CODE);
        assertTrue(card.say("00B0000010").startsWith("EE"));
    }

    @Test
    void contactless_it_has_another_name_a_technical_key_and_no_code() throws Exception {
        var contactless = VirtualCard.contactless().serial("00000042").build();
        var talk = new Talk(contactless);

        assertEquals("3B8F80010031B86404B0ECC1739401808290000E", Talk.hex(contactless.atr()));
        assertEquals("6A82", talk.say("00A4040C0DE828BD080F8025000001FF0010"));
        assertEquals("9000", talk.say("00A4040C0DE828BD080F8025000001FF0020"));
        assertEquals("6A82", talk.say("00A40904063F000001700100"));
        assertEquals("6D00", talk.say("00200001"));
        var name = Certificates.of(talk.file(Certificates.AUTHENTICATION)).getSubjectX500Principal();
        assertEquals("CN=00000042,C=FR", name.getName());
    }

    @Test
    void contactless_the_protocol_gives_data_with_the_answer() {
        var talk = new Talk(VirtualCard.contactless().build());

        assertTrue(talk.raw("00A40904043F002F0000").startsWith("62"));
        talk.raw("00A4090C043F00D003");
        assertTrue(talk.raw("00B0000020").endsWith("6282"));
    }
}
