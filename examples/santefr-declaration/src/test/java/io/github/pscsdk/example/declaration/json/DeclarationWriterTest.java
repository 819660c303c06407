package io.github.pscsdk.example.declaration.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeclarationWriterTest {
    @Test
    void what_is_written_is_read_back_equal() throws Exception {
        var declaration = SampleDeclaration.flawless()
                .with("/offers/0/tests", "[\"RT-PCR\"]")
                .withText("/place/name", "Ça «marche» \"ici\" \\ \uD83D\uDE00")
                .read();

        var canonical = DeclarationWriter.canonical(declaration);

        assertEquals(declaration, DeclarationReader.read(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_order_of_members_does_not_show() {
        var sample = SampleDeclaration.flawless();
        var reordered = sample.with("/place/name", null).withText("/place/name", "Pharmacie Imaginaire");

        assertNotEquals(
                new String(sample.bytes(), StandardCharsets.UTF_8),
                new String(reordered.bytes(), StandardCharsets.UTF_8));
        assertEquals(DeclarationWriter.canonical(sample.read()), DeclarationWriter.canonical(reordered.read()));
    }

    @Test
    void the_canonical_text_holds_no_member_without_a_value() {
        var bare = SampleDeclaration.flawless()
                .with("/place", "{\"postcode\":\"21850\"}")
                .with("/offers", "[{\"kind\":\"vaccination\"}]")
                .with("/opensOn", null)
                .with("/closesOn", null)
                .with("/hidden", null)
                .with("/source", null)
                .read();

        assertEquals(
                "{\"professional\":{\"nationalId\":\"899999100011\",\"rpps\":\"99999100011\"},"
                        + "\"place\":{\"postcode\":\"21850\"},\"offers\":[{\"kind\":\"vaccination\"}]}",
                DeclarationWriter.canonical(bare));
    }
}
