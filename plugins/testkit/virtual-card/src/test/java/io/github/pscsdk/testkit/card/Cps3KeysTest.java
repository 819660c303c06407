package io.github.pscsdk.testkit.card;

import static io.github.pscsdk.testkit.card.Talk.CODE;
import static io.github.pscsdk.testkit.card.Talk.VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class Cps3KeysTest {
    private static final byte[] MESSAGE = "a challenge".getBytes(StandardCharsets.US_ASCII);
    private static final String DIGEST_INFO = "3031300D060960864801650304020105000420";
    private static final String SET_AUTHENTICATION = "002241A406800102840182";
    private static final String SET_SIGNATURE = "002241B606800142840181";

    private final Talk card = new Talk(VirtualCard.cps3(Personas.PHARMACIST).build());

    private static String hash(String algorithm, byte[] message) throws Exception {
        return Talk.hex(MessageDigest.getInstance(algorithm).digest(message));
    }

    private static String authenticate() throws Exception {
        return "0088000033" + DIGEST_INFO + hash("SHA-256", MESSAGE) + "00";
    }

    @Test
    void internal_authenticate_signs_a_digest_info_with_the_authentication_key() throws Exception {
        card.say(Talk.SELECT_APPLICATION);
        card.say(VERIFY + CODE);
        assertEquals("9000", card.say(SET_AUTHENTICATION));

        var signature = card.data(authenticate());

        assertTrue(Certificates.verify(
                card.file(Certificates.AUTHENTICATION), Signature.getInstance("SHA256withRSA"), MESSAGE, signature));
    }

    @Test
    void a_signature_of_256_bytes_is_announced_as_zero() throws Exception {
        card.say(VERIFY + CODE);
        card.say(SET_AUTHENTICATION);

        assertEquals("6100", card.raw(authenticate()));
        assertEquals(512 + 4, card.raw("00C0000000").length());
    }

    @Test
    void the_authentication_key_needs_the_code_and_the_environment() throws Exception {
        assertEquals("6985", card.say(authenticate()));
        card.say(SET_AUTHENTICATION);
        assertEquals("6982", card.say(authenticate()));
    }

    @Test
    void a_reset_forgets_the_environment() throws Exception {
        var virtual = VirtualCard.cps3(Personas.PHARMACIST).build();
        var talk = new Talk(virtual);
        talk.say(SET_AUTHENTICATION);
        virtual.reset();
        talk.say(VERIFY + CODE);

        assertEquals("6985", talk.say(authenticate()));
    }

    @Test
    void what_is_too_long_to_pad_is_refused() {
        card.say(VERIFY + CODE);
        card.say(SET_AUTHENTICATION);

        assertEquals("6700", card.say("0088000067" + "00".repeat(0x67) + "00"));
    }

    @Test
    void the_signature_key_signs_a_hash_made_outside() throws Exception {
        card.say(VERIFY + CODE);
        assertEquals("9000", card.say(SET_SIGNATURE));

        var signature = card.data("002A9E9A20" + hash("SHA-256", MESSAGE) + "00");

        assertTrue(Certificates.verify(
                card.file(Certificates.SIGNATURE), Signature.getInstance("SHA256withRSA"), MESSAGE, signature));
    }

    @Test
    void the_signature_key_signs_a_sha1_hash_too() throws Exception {
        card.say(VERIFY + CODE);
        card.say("002241B606800112840181");

        var signature = card.data("002A9E9A14" + hash("SHA-1", MESSAGE) + "00");

        assertTrue(Certificates.verify(
                card.file(Certificates.SIGNATURE), Signature.getInstance("SHA1withRSA"), MESSAGE, signature));
    }

    @Test
    void a_state_of_another_hash_or_length_is_wrong_data_and_a_hash_without_algorithm_fails() {
        assertEquals("6985", card.say("002A90A004" + "9000" + "8000"));
        card.say("002241AA03800140");
        assertEquals("6A80", card.say("002A90A020" + "901C" + "00".repeat(28) + "8000"));
        assertEquals("6A80", card.say("002A90A005" + "900100" + "8000"));
        assertEquals("6A80", card.say("002A90A002" + "9000"), "no last block");
        assertEquals("6A80", card.say("002A90A045" + "9000" + "8041" + "61".repeat(65)), "more than a block");
        card.say("002241AA03800110");
        assertEquals("6A80", card.say("002A90A02C" + "9028" + "00".repeat(40) + "8000"));
    }

    @Test
    void a_hash_on_the_card_serves_once() {
        card.say(VERIFY + CODE);
        card.say(SET_SIGNATURE);

        assertEquals("6985", card.say("002A9E9A00"));
    }

    @Test
    void the_signature_key_needs_code_environment_and_a_hash_of_the_right_length() throws Exception {
        var sign = "002A9E9A20" + hash("SHA-256", MESSAGE) + "00";

        assertEquals("6985", card.say(sign));
        card.say(SET_SIGNATURE);
        assertEquals("6982", card.say(sign));
        card.say(VERIFY + CODE);
        assertEquals("6A80", card.say("002A9E9A14" + hash("SHA-1", MESSAGE) + "00"));
    }

    @Test
    void random_numbers_are_of_the_length_asked_for_and_differ() {
        var first = card.say("0084000008");

        assertEquals(16 + 4, first.length());
        assertNotEquals(first, card.say("0084000008"));
    }

    @Test
    void without_contacts_the_technical_key_works_at_once_and_nothing_is_signed() throws Exception {
        var contactless = new Talk(VirtualCard.contactless().build());
        contactless.say(SET_AUTHENTICATION);

        assertTrue(contactless.say(authenticate()).endsWith("9000"));
        contactless.say(SET_SIGNATURE);
        assertEquals("6A88", contactless.say("002A9E9A20" + hash("SHA-256", MESSAGE) + "00"));
    }

    @Test
    void other_classes_and_instructions_are_refused() {
        assertEquals("6E00", card.say("80200001"));
        assertEquals("6D00", card.say("00FE0000"));
        assertEquals("6700", card.say("00A4"));
        assertEquals("6700", card.say("0020000105313233"), "fewer bytes than announced");
    }
}
