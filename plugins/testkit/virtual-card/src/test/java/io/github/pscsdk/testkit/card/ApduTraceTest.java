package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApduTraceTest {
    private final ApduTrace trace = new ApduTrace();
    private final Talk talk = new Talk(
            VirtualCard.cps3(Personas.PHARMACIST).serial("87654321").build().onEach(trace::exchange));

    private static String hex(String text) {
        return Talk.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return String.join("\n", trace.lines());
    }

    @Test
    void no_code_and_no_identity_is_in_a_trace() {
        talk.say("0020000104" + hex("1234"));
        talk.say("0020000208" + hex("12341234"));
        talk.say("002C020104" + hex("1234"));
        talk.say("0024000108" + hex("12341234"));
        talk.file("3F00D003");
        talk.say("00B09C0020");
        talk.file("3F0000015032");
        talk.file(Certificates.AUTHENTICATION);
        talk.file(Certificates.SIGNATURE);
        talk.file("3F000001D120");

        var text = text();

        var persona = Personas.of(Personas.PHARMACIST).orElseThrow();
        for (var secret : List.of(
                hex("1234"), "87654321", hex("899999100011"), hex(persona.familyName()), hex("STRUCTURE FICTIVE"))) {
            assertFalse(text.contains(secret), text);
        }
        assertTrue(text.contains("0020000104 9000\n"), text);
    }
}
