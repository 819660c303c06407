package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Writes the answers of the API. */
public final class ResponseWriter {
    private ResponseWriter() {}

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

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

    public static byte[] summary(StoredDossier kept, boolean asksForConfirmation) {
        return object(json -> summary(json, kept, asksForConfirmation));
    }

    public static byte[] list(List<StoredDossier> all, Predicate<StoredDossier> asksForConfirmation) {
        return object(json -> {
            json.writeArrayFieldStart("declarations");
            for (var kept : all) {
                json.writeStartObject();
                summary(json, kept, asksForConfirmation.test(kept));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void summary(JsonGenerator json, StoredDossier kept, boolean asksForConfirmation)
            throws IOException {
        json.writeStringField("number", kept.number());
        json.writeNumberField("revision", kept.revision());
        json.writeStringField("state", code(kept.dossier().state()));
        json.writeBooleanField("asksForConfirmation", asksForConfirmation);
    }

    /** As the API spells a state or a reason, such as {@code end-of-activity}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void receipt(JsonGenerator json, Receipt receipt) throws IOException {
        json.writeObjectFieldStart("receipt");
        json.writeStringField("number", receipt.number());
        json.writeStringField("receivedAt", receipt.receivedAt().toString());
        json.writeStringField("hash", receipt.hash());
        json.writeEndObject();
    }

    private static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
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

    private static byte[] object(Content content) {
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
