package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.EncodableDigest;
import org.bouncycastle.crypto.digests.GeneralDigest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mechanism of a card (cps-card, section 5) over messages of less than a block, of one, and of several. */
class SignaturesTest {
    private static final Talk CPS3 = opened(VirtualCard.cps3(Personas.PHARMACIST), "", Talk.VERIFY + Talk.CODE);
    private static final Talk CPS4 =
            opened(VirtualCard.cps4(Personas.PHARMACIST), "01A4040C088025000001FF0100", "012000010431323334");

    private static final int[] LENGTHS = {6, 30, 64, 200};

    /** What is asked of the card, as ANS's library asks. */
    private enum Mechanism {
        CPS3_AUTHENTICATION_SHA1(Hash.SHA1),
        CPS3_AUTHENTICATION_SHA256(Hash.SHA256),
        CPS3_SIGNATURE_SHA1(Hash.SHA1),
        CPS3_SIGNATURE_SHA256(Hash.SHA256),
        CPS3_SIGNATURE_SHA1_LAST_ROUND(Hash.SHA1),
        CPS3_SIGNATURE_SHA256_LAST_ROUND(Hash.SHA256),
        CPS4_AUTHENTICATION_SHA1(Hash.SHA1),
        CPS4_AUTHENTICATION_SHA256(Hash.SHA256),
        CPS4_SIGNATURE_SHA1(Hash.SHA1),
        CPS4_SIGNATURE_SHA256(Hash.SHA256);

        private final Hash hash;

        Mechanism(Hash hash) {
            this.hash = hash;
        }

        byte[] sign(byte[] message) throws Exception {
            return switch (this) {
                case CPS3_AUTHENTICATION_SHA1, CPS3_AUTHENTICATION_SHA256 -> {
                    ok(CPS3, "002241A406800102840182");
                    yield CPS3.data("00880000" + withLength(hash.info(message)) + "00");
                }
                case CPS3_SIGNATURE_SHA1, CPS3_SIGNATURE_SHA256 -> {
                    setSignature();
                    yield CPS3.data("002A9E9A" + withLength(hash.of(message)) + "00");
                }
                case CPS3_SIGNATURE_SHA1_LAST_ROUND, CPS3_SIGNATURE_SHA256_LAST_ROUND -> {
                    // The last block may be a whole one: then the state is that of the blocks before it.
                    hashOnCard(message, (message.length - 1) / 64);
                    yield CPS3.data("002A9E9A00");
                }
                case CPS4_AUTHENTICATION_SHA1, CPS4_AUTHENTICATION_SHA256 -> rawDecryption(hash.info(message));
                case CPS4_SIGNATURE_SHA1 -> signature("0A", message);
                case CPS4_SIGNATURE_SHA256 -> signature("28", message);
            };
        }

        private void setSignature() {
            ok(CPS3, "002241B6068001" + (hash == Hash.SHA1 ? "12" : "42") + "840181");
        }

        /** Hashes all but {@code blocks} on the card, and readies the key. */
        void hashOnCard(byte[] message, int blocks) throws Exception {
            var state = hash.after(blocks, message);
            var rest = Talk.hex(Arrays.copyOfRange(message, 64 * blocks, message.length));
            ok(CPS3, "002241AA038001" + (hash == Hash.SHA1 ? "10" : "40"));
            ok(CPS3, "002A90A0" + withLength("90" + withLength(state) + "80" + withLength(rest)));
            setSignature();
        }

        private byte[] rawDecryption(String info) {
            var block = "0001" + "FF".repeat(253 - info.length() / 2) + "00" + info;
            ok(CPS4, "012241B803830120");
            ok(CPS4, "112A808680" + block.substring(0, 256));
            return CPS4.data("012A808680" + block.substring(256) + "00");
        }

        private byte[] signature(String algorithm, byte[] message) throws Exception {
            ok(CPS4, "012281B6049102" + algorithm + "90");
            return CPS4.data("012A9E9A" + withLength(hash.of(message)) + "00");
        }

        byte[] certificate() {
            var file = name().contains("_SIGNATURE_") ? Certificates.SIGNATURE : Certificates.AUTHENTICATION;
            return name().startsWith("CPS3") ? CPS3.file(file) : CPS4.certificateOfCps4(file.substring(4));
        }

        Signature verifier() throws Exception {
            return Signature.getInstance(hash.name() + "withRSA");
        }
    }

    /** A hash, and its state as Bouncy Castle has it. */
    private enum Hash {
        SHA1("SHA-1", 20, "3021300906052B0E03021A05000414"),
        SHA256("SHA-256", 32, "3031300D060960864801650304020105000420");

        private final String jdkName;
        private final int length;
        private final String prefix;

        Hash(String jdkName, int length, String prefix) {
            this.jdkName = jdkName;
            this.length = length;
            this.prefix = prefix;
        }

        String of(byte[] message) throws Exception {
            return Talk.hex(MessageDigest.getInstance(jdkName).digest(message));
        }

        String info(byte[] message) throws Exception {
            return prefix + of(message);
        }

        /** State and bit length after whole blocks; nothing after none. */
        String after(int blocks, byte[] message) {
            if (blocks == 0) {
                return "";
            }
            GeneralDigest digest = this == SHA1 ? new SHA1Digest() : new SHA256Digest();
            digest.update(message, 0, 64 * blocks);
            // Its own buffer and counters come first.
            var state = Arrays.copyOfRange(((EncodableDigest) digest).getEncodedState(), 16, 16 + length);
            return Talk.hex(state) + "%016X".formatted(512 * blocks);
        }
    }

    static Stream<Arguments> mechanismsAndLengths() {
        return Stream.of(Mechanism.values())
                .flatMap(mechanism -> IntStream.of(LENGTHS).mapToObj(length -> Arguments.of(mechanism, length)));
    }

    @ParameterizedTest
    @MethodSource("mechanismsAndLengths")
    void the_certificate_on_the_card_verifies_what_the_card_signed(Mechanism mechanism, int length) throws Exception {
        var message = message(length);

        var signature = mechanism.sign(message);

        assertTrue(Certificates.verify(mechanism.certificate(), mechanism.verifier(), message, signature));
    }

    static Stream<Mechanism> lastRounds() {
        return Stream.of(Mechanism.CPS3_SIGNATURE_SHA1_LAST_ROUND, Mechanism.CPS3_SIGNATURE_SHA256_LAST_ROUND);
    }

    @ParameterizedTest
    @MethodSource("lastRounds")
    void a_message_of_whole_blocks_may_be_hashed_outside_to_its_end(Mechanism mechanism) throws Exception {
        var message = message(128);

        mechanism.hashOnCard(message, 2);

        assertTrue(
                Certificates.verify(mechanism.certificate(), mechanism.verifier(), message, CPS3.data("002A9E9A00")));
    }

    @Test
    void the_authentication_key_of_a_cps3_signs_a_short_text_as_it_is() throws Exception {
        ok(CPS3, "002241A406800102840182");
        for (var length : new int[] {6, 30, 64}) {
            var text = Talk.hex(message(length));

            var signature = CPS3.data("00880000" + withLength(text) + "00");

            var key = (RSAPublicKey)
                    Certificates.of(CPS3.file(Certificates.AUTHENTICATION)).getPublicKey();
            var padded = new BigInteger(1, signature).modPow(key.getPublicExponent(), key.getModulus());
            assertEquals(
                    new BigInteger("0001" + "FF".repeat(253 - length) + "00" + text, 16), padded, length + " bytes");
        }
    }

    private static byte[] message(int length) {
        var message = new byte[length];
        for (var i = 0; i < length; i++) {
            message[i] = (byte) (i * 7 + length);
        }
        return message;
    }

    private static String withLength(String digits) {
        return "%02X%s".formatted(digits.length() / 2, digits);
    }

    private static void ok(Talk card, String command) {
        assertEquals("9000", card.say(command), command);
    }

    private static Talk opened(VirtualCardBuilder card, String select, String verify) {
        var talk = new Talk(card.build());
        if (!select.isEmpty()) {
            ok(talk, select);
        }
        ok(talk, verify);
        return talk;
    }
}
