package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.api.professional.NationalId.Kind;
import io.github.pscsdk.api.professional.Professional;

/**
 * A national identifier as its holder knows it: by the number on the card, where there is one.
 *
 * @param kind the key of its name
 */
record Identifier(String kind, String number) {
    static Identifier of(Professional professional) {
        var shown = professional.identifiers().stream()
                .filter(id -> id.kind() == Kind.RPPS)
                .findFirst()
                .orElse(professional.nationalId());
        return switch (shown.kind()) {
            case RPPS -> new Identifier("id.rpps", shown.value().substring(1));
            case ADELI -> new Identifier("id.adeli", shown.value().substring(1));
            default -> new Identifier("id.national", shown.value());
        };
    }

    /** Hides the number. */
    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
