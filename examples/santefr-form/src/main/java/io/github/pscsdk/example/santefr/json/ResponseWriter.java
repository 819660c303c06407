package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the answers of the API. */
public final class ResponseWriter {
    private ResponseWriter() {}

    /** What stands in an answer. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** The receipt and what was remarked. */
    public static byte[] receipt(StoredDeclaration stored) {
        return object(json -> {
            receipt(json, stored.receipt());
            findings(json, stored.findings());
        });
    }

    /** The receipt, what was remarked, and the declaration byte for byte as it was hashed. */
    public static byte[] declaration(StoredDeclaration stored) {
        return object(json -> {
            receipt(json, stored.receipt());
            json.writeFieldName("declaration");
            json.writeRawValue(stored.content());
            findings(json, stored.findings());
        });
    }

    /** Why a declaration was rejected. */
    public static byte[] findings(List<Finding> findings) {
        return object(json -> findings(json, findings));
    }

    /**
     * Any other failure.
     *
     * @param code stable name of the failure
     * @param detail English, for a developer; may be empty
     */
    public static byte[] error(String code, String fr, String en, String detail) {
        return object(json -> {
            json.writeStringField("error", code);
            json.writeStringField("fr", fr);
            json.writeStringField("en", en);
            if (!detail.isEmpty()) {
                json.writeStringField("detail", detail);
            }
        });
    }

    private static void receipt(JsonGenerator json, Receipt receipt) throws IOException {
        json.writeObjectFieldStart("receipt");
        json.writeStringField("number", receipt.number());
        json.writeStringField("receivedAt", receipt.receivedAt().toString());
        json.writeStringField("hash", receipt.hash());
        json.writeEndObject();
    }

    static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (var finding : findings) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("field", finding.field());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("fr", finding.fr());
            json.writeStringField("en", finding.en());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static byte[] object(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var json = DeclarationJson.generator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
