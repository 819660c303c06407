package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import io.github.pscsdk.example.santefr.dossier.SubmittedDeclaration;
import io.github.pscsdk.example.santefr.dossier.SubmittedDeclaration.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of the API, as JSON. */
final class ApiAnswer {
    private ApiAnswer() {}

    /** @param declaration byte for byte as it was hashed */
    private record Judged(
            Optional<Receipt> receipt,
            Optional<RawValue> declaration,
            @JsonInclude List<Finding> findings) {}

    private record Failed(String error, String fr, String en, String detail) {}

    private record Summary(String number, int revision, String state, boolean asksForConfirmation) {
        static Summary of(StoredDossier kept) {
            var state = KebabCase.of(kept.latest().state());
            return new Summary(kept.number(), kept.revision(), state, kept.asksForConfirmation());
        }
    }

    /** The receipt, and what was remarked. */
    static byte[] receipt(SubmittedDeclaration stored) {
        return DeclarationJson.write(new Judged(Optional.of(stored.receipt()), Optional.empty(), stored.findings()));
    }

    /** The same with the declaration. */
    static byte[] declaration(SubmittedDeclaration stored) {
        var declaration = Optional.of(new RawValue(stored.content()));
        return DeclarationJson.write(new Judged(Optional.of(stored.receipt()), declaration, stored.findings()));
    }

    static byte[] findings(List<Finding> findings) {
        return DeclarationJson.write(new Judged(Optional.empty(), Optional.empty(), findings));
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

    static byte[] summary(StoredDossier kept) {
        return DeclarationJson.write(Summary.of(kept));
    }

    static byte[] list(List<StoredDossier> all) {
        return DeclarationJson.write(
                Map.of("declarations", all.stream().map(Summary::of).toList()));
    }
}
