package io.github.pscsdk.example.declaration.sample;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;

/** A declaration that breaks no rule, to change one value of. */
public final class SampleDeclaration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLAWLESS = """
            {"professional":{"nationalId":"899999100011","rpps":"99999100011"},
             "place":{"name":"Pharmacie Imaginaire","streetNumber":"12","street":"Rue des Essais","postcode":"21850",
                      "inseeCode":"21540","town":"Ville-Test","latitude":"47.3325","longitude":"5.08103"},
             "offers":[{"kind":"vaccination","products":["Comirnaty"],"appointment":"required","phone":"+33345810421",
                        "website":"https://rdv.example.fr/ville-test","details":"Entrée par la cour",
                        "hours":{"monday":"08h30-12h30 et 14h00-18h00","saturday":"09h00-12h00"}}],
             "opensOn":"2021-01-06","closesOn":"2021-06-30","hidden":"f",
             "source":{"system":"centres-vaccination","id":"33"}}
            """;

    private final String json;

    private SampleDeclaration(String json) {
        this.json = json;
    }

    /** The one without flaw. */
    public static SampleDeclaration flawless() {
        return new SampleDeclaration(FLAWLESS);
    }

    /** Another value, which is JSON, in the place of a pointer such as {@code /place/postcode}; null takes it away. */
    public SampleDeclaration with(String pointer, String value) {
        try {
            var root = JSON.readTree(json);
            var at = JsonPointer.compile(pointer);
            var name = at.last().getMatchingProperty();
            var parent = (ObjectNode) root.at(at.head());
            if (value == null) {
                parent.remove(name);
            } else {
                parent.set(name, JSON.readTree(value));
            }
            return new SampleDeclaration(JSON.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Another text in the place of a pointer. */
    public SampleDeclaration withText(String pointer, String text) {
        return with(pointer, JSON.valueToTree(text).toString());
    }

    /** The body of a request. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The same as records. */
    public Declaration read() {
        try {
            return DeclarationDocument.read(bytes());
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
