package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ANS's Cryptolib at work with the virtual CPS3: somebody's own copy, which the property {@code cryptolib.module} names. The profile {@code by-path} runs this, and nothing else does.
 */
@OnRealPcsc
@Tag("by-path")
class CryptolibStackIT {
    private static final String MODULE = System.getProperty("cryptolib.module", "");
    private static final int PATIENCE = 10_000;
    private static final String SIGNATURE = "10";
    private static final String AUTHENTICATION = "20";
    private static final VpcdSlot SLOT = new VpcdSlot(0);
    private static final VirtualCard CARD =
            VirtualCard.cps3(Personas.PHARMACIST).build();

    @TempDir
    private Path folder;

    @BeforeAll
    static void insert() throws Exception {
        var isThere = Files.isReadable(Path.of(MODULE)) && !MODULE.isEmpty();
        if (!isThere) {
            System.err.println("SKIPPED CryptolibStackIT: give the path of your own copy of ANS's library with"
                    + " -Dcryptolib.module=/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so");
        }
        Assumptions.assumeTrue(isThere, "needs -Dcryptolib.module=<path of ANS's library>");
        SLOT.insert(CARD);
        var terminal = TerminalFactory.getInstance("PC/SC", null).terminals().getTerminal(SLOT.reader());
        assertTrue(terminal.waitForCardPresent(PATIENCE));
    }

    @AfterAll
    static void remove() {
        SLOT.close();
    }

    /** Names of pkcs11-tool, the key, and what verifies. */
    private enum Mechanism {
        SHA1_RSA_PKCS(SIGNATURE, "SHA1withRSA"),
        SHA256_RSA_PKCS(SIGNATURE, "SHA256withRSA"),
        RSA_PKCS(AUTHENTICATION, "SHA256withRSA");

        private final String key;
        private final String verifier;

        Mechanism(String key, String verifier) {
            this.key = key;
            this.verifier = verifier;
        }

        /** The authentication key signs what was hashed outside. */
        byte[] input(byte[] message) throws Exception {
            return this == RSA_PKCS
                    ? HexFormat.of()
                            .parseHex("3031300d060960864801650304020105000420"
                                    + HexFormat.of()
                                            .formatHex(MessageDigest.getInstance("SHA-256")
                                                    .digest(message)))
                    : message;
        }
    }

    static Stream<Arguments> mechanismsAndLengths() {
        return Stream.of(Mechanism.values())
                .flatMap(mechanism -> IntStream.of(6, 30, 64, 200).mapToObj(length -> Arguments.of(mechanism, length)));
    }

    @ParameterizedTest
    @MethodSource("mechanismsAndLengths")
    void the_card_signs_for_it(Mechanism mechanism, int length) throws Exception {
        var message = new byte[length];
        message[length - 1] = 42;
        var given = Files.write(folder.resolve("message"), mechanism.input(message));
        var signed = folder.resolve("signature");

        var said = tool(
                "--login",
                "--pin",
                VirtualCard.CODE,
                "--sign",
                "--id",
                mechanism.key,
                "--mechanism",
                mechanism.name().replace('_', '-'),
                "--input-file",
                given.toString(),
                "--output-file",
                signed.toString());

        assertTrue(Files.exists(signed), said);
        assertTrue(
                Certificates.verify(
                        certificate(mechanism.key),
                        Signature.getInstance(mechanism.verifier),
                        message,
                        Files.readAllBytes(signed)),
                said);
    }

    @Test
    void it_lists_the_token_and_its_objects() throws Exception {
        var slots = tool("--list-slots");
        assertTrue(slots.contains("CPS3"), slots);

        var objects = tool("--login", "--pin", VirtualCard.CODE, "--list-objects");

        assertTrue(objects.contains("CPS_PRIV_AUT"), objects);
        assertTrue(objects.contains("CPS_PRIV_SIG"), objects);
        assertEquals(3, CARD.triesLeft());
    }

    private byte[] certificate(String id) throws Exception {
        var file = folder.resolve("certificate-" + id);
        var said = tool("--read-object", "--type", "cert", "--id", id, "--output-file", file.toString());
        assertTrue(Files.exists(file), said);
        return Files.readAllBytes(file);
    }

    private static String tool(String... arguments) throws Exception {
        return OpenSc.run(
                "pkcs11-tool",
                Stream.concat(Stream.of("--module", MODULE), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
