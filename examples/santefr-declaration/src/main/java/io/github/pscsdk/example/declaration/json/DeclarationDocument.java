package io.github.pscsdk.example.declaration.json;

import io.github.pscsdk.example.declaration.Declaration;
import java.nio.charset.StandardCharsets;

/**
 * A declaration as JSON, by the components of its records. Every value that is read is a text, since it is the raw text
 * of a source. It is written in one way only: members in a fixed order, nothing for what is absent, no blanks. Equal
 * declarations give equal texts, so that a hash of the text stands for the content.
 */
public final class DeclarationDocument {
    private DeclarationDocument() {}

    /**
     * Reads one declaration.
     *
     * @throws MalformedJsonException if it is not JSON, has a wrong type or an unknown member
     */
    public static Declaration read(byte[] body) throws MalformedJsonException {
        return DeclarationJson.read(body, Declaration.class);
    }

    /** The canonical text; reading it gives an equal declaration. */
    public static String canonical(Declaration declaration) {
        return new String(DeclarationJson.write(declaration), StandardCharsets.UTF_8);
    }
}
