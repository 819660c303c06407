package io.github.pscsdk.example.santefr.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.Proof;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes dossiers for the API. */
public final class DossierWriter {
    private DossierWriter() {}

    /** Number and state of each. */
    public static byte[] list(List<StoredDossier> all, Predicate<StoredDossier> asksForConfirmation) {
        return ResponseWriter.object(json -> {
            json.writeArrayFieldStart("dossiers");
            for (var kept : all) {
                json.writeStartObject();
                summary(json, kept, asksForConfirmation.test(kept));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Number and state. */
    public static byte[] summary(StoredDossier kept, boolean asksForConfirmation) {
        return ResponseWriter.object(json -> summary(json, kept, asksForConfirmation));
    }

    /** One with its latest version, and what the rules say of that. */
    public static byte[] dossier(StoredDossier kept, boolean asksForConfirmation, List<Finding> findings) {
        return ResponseWriter.object(json -> {
            summary(json, kept, asksForConfirmation);
            version(json, "latest", kept.dossier().latest());
            ResponseWriter.findings(json, findings);
        });
    }

    /** All versions, the first first. */
    public static byte[] history(Dossier dossier) {
        return ResponseWriter.object(json -> {
            json.writeArrayFieldStart("versions");
            for (var version : dossier.versions()) {
                json.writeStartObject();
                members(json, version);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** The reason so spelt, such as {@code end-of-activity}. */
    static Optional<WithdrawalReason> reason(String code) {
        return Arrays.stream(WithdrawalReason.values())
                .filter(reason -> code(reason).equals(code))
                .findFirst();
    }

    private static void summary(JsonGenerator json, StoredDossier kept, boolean asksForConfirmation)
            throws IOException {
        json.writeStringField("number", kept.number());
        json.writeNumberField("revision", kept.revision());
        json.writeStringField("state", code(kept.dossier().state()));
        json.writeBooleanField("asksForConfirmation", asksForConfirmation);
    }

    private static void version(JsonGenerator json, String name, Version version) throws IOException {
        json.writeObjectFieldStart(name);
        members(json, version);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Version version) throws IOException {
        json.writeNumberField("version", version.number());
        json.writeStringField("state", code(version.state()));
        json.writeStringField("changedAt", version.changedAt().toString());
        text(json, "handedOverAt", version.proof().map(Proof::at).map(Instant::toString));
        text(json, "hash", version.proof().map(Proof::hash));
        text(json, "confirmedAt", version.confirmedAt().map(Instant::toString));
        text(json, "reason", version.reason().map(DossierWriter::code));
        json.writeFieldName("declaration");
        json.writeRawValue(DeclarationDocument.canonical(version.content()));
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every state, as answers spell it. */
    public static List<String> states() {
        return Arrays.stream(State.values()).map(DossierWriter::code).toList();
    }
}
