package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.store.StoredDeclaration;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.List;
import java.util.function.Predicate;

/** Writes the answers of the API. */
final class ResponseWriter {
    private ResponseWriter() {}

    private record Remark(String rule, String field, Severity severity, String fr, String en) {
        static List<Remark> of(List<Finding> findings) {
            return findings.stream()
                    .map(told -> new Remark(told.rule(), told.field(), told.severity(), told.fr(), told.en()))
                    .toList();
        }
    }

    private record Rejected(@JsonInclude List<Remark> findings) {}

    private record Received(Receipt receipt, @JsonInclude List<Remark> findings) {}

    private record Shown(
            Receipt receipt,
            @JsonRawValue String declaration,
            @JsonInclude List<Remark> findings) {}

    private record Failed(String error, String fr, String en, String detail) {}

    private record Summary(String number, int revision, String state, boolean asksForConfirmation) {
        static Summary of(StoredDossier kept, boolean asksForConfirmation) {
            return new Summary(
                    kept.number(), kept.revision(), KebabCase.of(kept.dossier().state()), asksForConfirmation);
        }
    }

    private record Summaries(@JsonInclude List<Summary> declarations) {}

    static byte[] receipt(StoredDeclaration stored) {
        return DeclarationJson.write(new Received(stored.receipt(), Remark.of(stored.findings())));
    }

    /** The receipt, what was remarked, and the declaration byte for byte as it was hashed. */
    static byte[] declaration(StoredDeclaration stored) {
        return DeclarationJson.write(new Shown(stored.receipt(), stored.content(), Remark.of(stored.findings())));
    }

    static byte[] findings(List<Finding> findings) {
        return DeclarationJson.write(new Rejected(Remark.of(findings)));
    }

    /**
     * Any other failure.
     *
     * @param code stable name of the failure
     * @param detail English, for a developer; may be empty
     */
    static byte[] error(String code, LocalizedText text, String detail) {
        return DeclarationJson.write(new Failed(code, text.french(), text.english(), detail));
    }

    static byte[] summary(StoredDossier kept, boolean asksForConfirmation) {
        return DeclarationJson.write(Summary.of(kept, asksForConfirmation));
    }

    static byte[] list(List<StoredDossier> all, Predicate<StoredDossier> asksForConfirmation) {
        return DeclarationJson.write(new Summaries(all.stream()
                .map(kept -> Summary.of(kept, asksForConfirmation.test(kept)))
                .toList()));
    }
}
