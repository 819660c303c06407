package io.github.pscsdk.example.declaration.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationDocumentTest {
    @Test
    void a_missing_member_null_and_an_empty_text_all_mean_that_nothing_is_given() {
        assertEquals(Optional.empty(), closesOn(null));
        assertEquals(Optional.empty(), closesOn("null"));
        assertEquals(Optional.empty(), closesOn("\"\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "/place/latitude > 47.3 > place.latitude must be a text",
                "/hidden > true > hidden must be a text",
                "/place > [] > place must be an object",
                "/professional > \"x\" > professional must be an object",
                "/offers > {} > offers must be a list",
                "/offers > [\"x\"] > offers[0] must be an object",
                "/offers/0/products > \"Comirnaty\" > offers[0].products must be a list",
                "/offers/0/products > [1] > offers[0].products[0] must be a text",
                "/offers/0/hours > {\"monday\":{}} > offers[0].hours.monday must be a text",
                "/offers/0/hours > {\"lundi\":\"9h-12h\"} > offers[0].hours has an unknown member",
                "/opensOnn > \"2021-01-06\" > the document has an unknown member",
            })
    void a_wrong_type_or_name_is_refused_at_its_place(String pointer, String value, String message) {
        var sample = SampleDeclaration.flawless().with(pointer, value);

        var refusal = assertThrows(MalformedJsonException.class, () -> DeclarationDocument.read(sample.bytes()));

        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "`` > empty",
                "[] > the document must be an object",
                "{\"hidden\":\"t\",\"hidden\":\"f\"} > not JSON, line 1",
                "{\"hidden\":\"secret > not JSON, line 1",
                "{} {} > not JSON, line 1",
                "{\"place\":{}} x > not JSON, line 1"
            })
    void what_is_no_document_is_refused_without_being_quoted(String text, String message) {
        var refusal = assertThrows(
                MalformedJsonException.class, () -> DeclarationDocument.read(text.getBytes(StandardCharsets.UTF_8)));

        // The column is left out: versions of the parser count it in different ways.
        assertEquals(message, refusal.getMessage().replaceAll(", column \\d+$", ""));
    }

    @Test
    void deep_or_endless_JSON_is_refused() {
        var deep = "{\"offers\":" + "[".repeat(50_000);
        var endless = "{\"hidden\":\"" + "x".repeat(300_000) + "\"}";

        assertThrows(
                MalformedJsonException.class, () -> DeclarationDocument.read(deep.getBytes(StandardCharsets.UTF_8)));
        assertThrows(
                MalformedJsonException.class, () -> DeclarationDocument.read(endless.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThrows(
                MalformedJsonException.class,
                () -> DeclarationDocument.read(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}));
    }

    private static Optional<String> closesOn(String value) {
        return SampleDeclaration.flawless().with("/closesOn", value).read().closesOn();
    }

    @Test
    void what_is_written_is_read_back_equal() throws Exception {
        var declaration = SampleDeclaration.flawless()
                .with("/offers/0/tests", "[\"RT-PCR\"]")
                .withText("/place/name", "Ça «marche» \"ici\" \\ \uD83D\uDE00")
                .read();

        var canonical = DeclarationDocument.canonical(declaration);

        assertEquals(declaration, DeclarationDocument.read(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_order_of_members_does_not_show() {
        var sample = SampleDeclaration.flawless();
        var reordered = sample.with("/place/name", null).withText("/place/name", "Pharmacie Imaginaire");

        assertNotEquals(
                new String(sample.bytes(), StandardCharsets.UTF_8),
                new String(reordered.bytes(), StandardCharsets.UTF_8));
        assertEquals(DeclarationDocument.canonical(sample.read()), DeclarationDocument.canonical(reordered.read()));
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
                DeclarationDocument.canonical(bare));
    }
}
