package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Cps4Test {
    private static final String SELECT_CHIPDOC = "01A4040C088025000001FF0100";
    private static final String SELECT_LEGACY = "00A4040C088025000001FF0002";
    private static final String RECOVER = "01A4040C07A0000001510000";
    private static final String TRIES = "01200001";
    private static final String VERIFY_CODE = "012000010431323334";
    private static final byte[] MESSAGE = "a challenge".getBytes(StandardCharsets.US_ASCII);

    private final VirtualCard card = VirtualCard.cps4(Personas.PHARMACIST).build();
    private final Talk talk = new Talk(card);

    @BeforeEach
    void select() {
        assertEquals("9000", talk.say(SELECT_CHIPDOC));
    }

    private byte[] certificate(String file) {
        return talk.certificateOfCps4(file);
    }

    private static String hash() throws Exception {
        return Talk.hex(MessageDigest.getInstance("SHA-256").digest(MESSAGE));
    }

    @Test
    void a_path_without_the_master_file_gives_file_control_information() {
        assertTrue(talk.say("01A4080004" + "00015031" + "00").startsWith("6F"));
        talk.say("01A4080C02D003");
        assertTrue(talk.say("01B0000004").startsWith("5A0A8025"));
    }

    @Test
    void tries_are_told_on_channel_1_and_not_by_get_data() {
        assertEquals("63C3", talk.say(TRIES));
        assertEquals("9000", talk.say(VERIFY_CODE));
        assertEquals("9000", talk.say(TRIES));
        assertEquals("6D00", talk.say("01CB3FFF0A4D087006BF810102A08000"));
        assertEquals("6D00", talk.say("0188000033" + "00".repeat(0x33) + "00"));
    }

    @Test
    void the_unlock_code_has_tries_of_its_own() {
        assertEquals("63C3", talk.say("01200002"));
        var dead =
                new Talk(VirtualCard.cps4(Personas.PHARMACIST).blockedForGood().build());
        dead.say(SELECT_CHIPDOC);
        assertEquals("6983", dead.say(TRIES));
        assertEquals("6983", dead.say("01200002"));
    }

    @Test
    void the_authentication_key_does_the_raw_operation_over_a_chained_block() throws Exception {
        var block = "0001" + "FF".repeat(252) + "00" + "42";
        talk.say(VERIFY_CODE);
        assertEquals("9000", talk.say("012241B803830120"));
        assertEquals("9000", talk.say("112A808680" + block.substring(0, 256)));

        var result = talk.data("012A808680" + block.substring(256) + "00");

        var key = (RSAPublicKey) Certificates.of(certificate("00013002")).getPublicKey();
        var back = new BigInteger(1, result).modPow(key.getPublicExponent(), key.getModulus());
        assertEquals(new BigInteger(block, 16), back);
    }

    @Test
    void the_signature_key_signs() throws Exception {
        talk.say(VERIFY_CODE);
        talk.say("012281B604910228" + "90");

        var signature = talk.data("012A9E9A20" + hash() + "00");

        assertTrue(Certificates.verify(
                certificate("00013001"), Signature.getInstance("SHA256withRSA"), MESSAGE, signature));
    }

    @Test
    void the_authentication_key_makes_no_signature() throws Exception {
        talk.say(VERIFY_CODE);
        talk.say("012281B604910228A0");

        assertEquals("6985", talk.say("012A9E9A20" + hash() + "00"));
    }

    @Test
    void its_keys_need_the_code() throws Exception {
        talk.say("012281B60491022890");

        assertEquals("6982", talk.say("012A9E9A20" + hash() + "00"));
    }

    @Test
    void the_legacy_face_takes_the_modern_one_away_until_it_is_recovered() {
        assertEquals("9000", talk.say(SELECT_LEGACY));
        assertEquals("6985", talk.say(TRIES));
        assertEquals("6985", talk.say(SELECT_CHIPDOC));

        assertEquals("9000", talk.say(RECOVER));
        assertEquals("9000", talk.say(SELECT_LEGACY));
        assertEquals("9000", talk.say(SELECT_CHIPDOC));
        assertEquals("63C3", talk.say(TRIES));
    }

    @Test
    void channel_1_is_closed_until_something_opens_it() {
        card.reset();

        assertEquals("6881", talk.say(TRIES));
        assertEquals("019000", talk.say("0070000001"));
        assertEquals("6985", talk.say(TRIES));
        talk.say(SELECT_CHIPDOC);
        assertEquals("63C3", talk.say(TRIES));
        assertEquals("9000", talk.say("00708001"));
        assertEquals("6881", talk.say(TRIES));
    }

    @Test
    void it_may_refuse_manage_channel() throws Exception {
        var refusing =
                VirtualCard.cps4(Personas.PHARMACIST).refusingManageChannel().build();
        var readers = VirtualReaders.named("Desk");
        readers.reader("Desk").insert(refusing);
        var connected = readers.terminals().getTerminal("Desk").connect("*");

        var failure = assertThrows(CardException.class, connected::openLogicalChannel);

        assertTrue(failure.getMessage().contains("6d00"), failure.getMessage());
        assertEquals(
                0x6985,
                connected
                        .getBasicChannel()
                        .transmit(new CommandAPDU(0, 0x20, 0, 1))
                        .getSW());
        readers.close();
    }

    @Test
    void it_may_answer_on_the_basic_channel() {
        var basic = new Talk(
                VirtualCard.cps4(Personas.PHARMACIST).answeringOnBasicChannel().build());

        assertEquals("9000", basic.say("00A4040C088025000001FF0100"));
        assertEquals("63C3", basic.say("00200001"));
    }

    @Test
    void other_classes_are_refused() {
        assertEquals("6E00", talk.say("80200001"));
        assertEquals("6E00", talk.say("A0A40000023F00"));
    }
}
