package io.github.pscsdk.example.console.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.example.console.declaration.Declaration;

/** Writes a declaration as the form's API takes it. */
public final class DeclarationWriter {
    private DeclarationWriter() {}

    /** The JSON document in UTF-8, absent values left out; equal declarations give equal bytes. */
    public static byte[] write(Declaration declaration) {
        try {
            return Json.COMPACT.writeValueAsBytes(declaration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }
}
